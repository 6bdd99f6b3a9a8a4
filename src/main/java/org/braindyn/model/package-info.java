/**
 * BrainDyn (Viswanath et al. 2026, arXiv 2605.19324): encoder, sheaf Laplacian and vector field
 * joined, forwards and backwards, and BrainDyn beside a linear part.
 *
 * <p>May import {@code data}, {@code graph}, {@code ode}, {@code kernel}. Read {@link
 * org.braindyn.model.BrainDyn} first.
 */
package org.braindyn.model;
