/**
 * Filters in time: Butterworth sections run forwards or both ways, cosine bases.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.signal.filter.Filters} first.
 */
package org.braindyn.signal.filter;
