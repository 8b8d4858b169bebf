/** The page of a night. Begin with {@link io.tapelake.cli.report.NightPage}. */
package io.tapelake.cli.report;
