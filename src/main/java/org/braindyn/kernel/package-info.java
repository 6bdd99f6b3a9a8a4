/**
 * Fast numerics on arrays of float or double: products by OpenBLAS or plain Java, LSTM, sheaf and
 * tangent loops. With its sub-packages the only one that knows ND4J and its native libraries.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.kernel.Kernel} first.
 */
package org.braindyn.kernel;
