/**
 * Apache Spark behind the program's one seam, {@link org.braindyn.work.Work}; everything else is in
 * the main build.
 *
 * <p>Read {@link org.braindyn.spark.SparkWork} first.
 */
package org.braindyn.spark;
