/**
 * What several commands write as files.
 *
 * <p>May import everything. Read {@link org.braindyn.command.files.ImageFiles} first.
 */
package org.braindyn.command.files;
