/**
 * Messages between regions: restriction maps, sheaf Laplacian, and the ablations without.
 *
 * <p>May import {@code model.parameter}, {@code kernel}. Read {@link
 * org.braindyn.model.sheaf.SheafLaplacian} first.
 */
package org.braindyn.model.sheaf;
