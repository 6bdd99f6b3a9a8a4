package org.braindyn.spark;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.braindyn.app.ParcelRow;

/** The columns of the Parquet files (docs/cluster.md). */
final class Columns {
  static final StructType SCHEMA =
      new StructType()
          .add("person", StringType)
          .add("session", StringType)
          .add("run", StringType)
          .add("site", StringType)
          .add("interval", DoubleType)
          .add("label", IntegerType)
          .add("region", StringType)
          .add("voxels", LongType)
          .add("tsnr", DoubleType)
          .add("lost", StringType)
          .add("values", createArrayType(DoubleType, false))
          .add("scan", StringType)
          .add("message", StringType);

  private Columns() {}

  static Row row(ParcelRow row) {
    return RowFactory.create(
        row.person(),
        row.session(),
        row.run(),
        row.site(),
        known(row.interval()),
        row.label(),
        row.region(),
        row.failed() ? null : row.voxels(),
        known(row.tsnr()),
        row.lost(),
        row.failed() ? null : Arrays.stream(row.values()).boxed().toArray(Double[]::new),
        row.scan(),
        row.message());
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
