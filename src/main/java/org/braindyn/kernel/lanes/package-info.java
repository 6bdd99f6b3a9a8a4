/**
 * Loops over all nodes at once, for the sheaf with small restriction maps.
 *
 * <p>May import {@code kernel}, {@code data}. Read {@link org.braindyn.kernel.lanes.SheafLanes}
 * first.
 */
package org.braindyn.kernel.lanes;
