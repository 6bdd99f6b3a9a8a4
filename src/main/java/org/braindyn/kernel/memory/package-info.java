/**
 * A watch on memory outside the Java heap: nobody frees what another thread computes in.
 *
 * <p>Imports nothing of ours. Read {@link org.braindyn.kernel.memory.MemoryUse} first.
 */
package org.braindyn.kernel.memory;
