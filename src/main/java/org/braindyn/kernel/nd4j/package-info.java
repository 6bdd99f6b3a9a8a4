/**
 * Models' numbers as arrays of ND4J, for scripts: the one door where its types show.
 *
 * <p>May import {@code data}, {@code kernel}. Read {@link org.braindyn.kernel.nd4j.Nd4jArrays}
 * first.
 */
package org.braindyn.kernel.nd4j;
