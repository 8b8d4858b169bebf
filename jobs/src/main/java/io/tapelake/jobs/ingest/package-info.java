/**
 * DBN files into tables. {@link io.tapelake.jobs.ingest.IngestJob} is the type to begin with. A file is listed
 * ({@code InputListing}), read through once without Spark to learn what it holds and whether it is whole
 * ({@code FileInspector}), given a verdict beside what is known already ({@code IngestPlan}), and only then read a second
 * time into the trade dates that it claims part of ({@code TableRebuild}).
 */
package io.tapelake.jobs.ingest;
