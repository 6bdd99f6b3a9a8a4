/**
 * Which region of one source is which of another: by label if both know it, else by name, else
 * refused. Signals, models, tables and label images are brought together here and nowhere else.
 *
 * <p>Imports {@code org.braindyn.data} only. Read {@link org.braindyn.data.join.RegionJoin} first.
 */
package org.braindyn.data.join;
