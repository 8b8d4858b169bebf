/**
 * Proves the tables of a run from the files they were taken from. {@link io.tapelake.jobs.verify.VerifyJob} is the type to
 * begin with. Nothing here uses the code that writes tables: files are decoded anew, and rows are made from the layout of
 * the format.
 */
package io.tapelake.jobs.verify;
