/**
 * Independent tasks on the processors of this computer, none of which is left at work behind its
 * caller's back.
 *
 * <p>Imports nothing of ours. Read {@link org.braindyn.data.parallel.Parallel} first.
 */
package org.braindyn.data.parallel;
