/**
 * Independent pieces of work, done here by threads or elsewhere by a cluster: the one seam between
 * the program and whatever runs many machines.
 *
 * <p>May import {@code data} only. Read {@link org.braindyn.work.Work} first.
 */
package org.braindyn.work;
