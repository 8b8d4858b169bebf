/** The examples of {@code docs/detectors.md}, compiled and run. */
package io.tapelake.scanner.example;
