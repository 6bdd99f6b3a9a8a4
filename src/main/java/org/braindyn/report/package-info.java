/**
 * A report of a study as one HTML file that needs nothing else: pictures are drawn in it, no script
 * or style comes from outside.
 *
 * <p>May import {@code data}, {@code figure}, {@code io}. Read {@link org.braindyn.report.Study}
 * first.
 */
package org.braindyn.report;
