/**
 * The arrows between the modules, and the rules of the house that can be read off the sources. Begin with {@link
 * io.tapelake.architecture.Rooms}, the table of who may use whom. Nothing here needs the modules to compile, so it runs
 * first.
 */
package io.tapelake.architecture;
