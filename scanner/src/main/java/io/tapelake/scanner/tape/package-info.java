/**
 * One symbol-day as columns of clean minutes: what is left of millions of rows after the fold, and all that the detectors
 * see. Begin with {@link io.tapelake.scanner.tape.MinuteTape}.
 *
 * <p>Everything here is causal: what a minute holds was known when the minute ended, and later rows never change it.
 */
package io.tapelake.scanner.tape;
