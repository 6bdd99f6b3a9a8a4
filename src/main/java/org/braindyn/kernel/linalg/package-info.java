/**
 * Dense linear algebra in double: products, Gram matrices, Cholesky, LU and symmetric eigenvectors,
 * by the BLAS and LAPACK of the OpenBLAS that is there or, where it cannot be loaded, by plain Java
 * with the same contract.
 *
 * <p>Read {@link org.braindyn.kernel.linalg.Matrix} first, then {@link
 * org.braindyn.kernel.linalg.Cholesky}. May import {@code data}, and of {@code kernel} only what
 * loads the library. Results do not depend on the number of threads: large problems are cut into
 * tiles of fixed size, each computed by one thread.
 */
package org.braindyn.kernel.linalg;
