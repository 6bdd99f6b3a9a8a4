package org.braindyn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files, as DuckDB reads them, hold what the files of one process hold. */
class ParcellateTest {
  private static final Grid GRID = Grid.spaced(4, 4, 2, 2, 2, 2);
  private static final int PEOPLE = 32;
  private static final int REGIONS = 7;
  private static final int FRAMES = 40;

  @TempDir static Path dir;
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() throws IOException {
    Data.scans(dir, PEOPLE, GRID, FRAMES);
    Path truncated = scan(3);
    byte[] bytes = Files.readAllBytes(truncated);
    Files.write(truncated, Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(scan(7));
    Files.createSymbolicLink(scan(7), dir.resolve("nowhere.nii.gz"));
    Frames other = new Frames(Grid.spaced(3, 4, 2, 2, 2, 2), new double[FRAMES][24], 2);
    NiftiWriter.write(scan(11), other);
    spark = new JavaSparkContext(Data.local());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private static Path scan(int person) {
    String name = "sub-" + person;
    return dir.resolve("bids/" + name + "/func/" + name + "_task-rest_bold.nii.gz");
  }

  private static String[] words(Path out) {
    return new String[] {
      dir.resolve("bids").toString(),
      out.toString(),
      "participant",
      "--labels",
      dir.resolve("labels.nii").toString(),
      "--detrend",
      "1"
    };
  }

  private static List<List<Object>> query(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet found = duck.createStatement().executeQuery(sql)) {
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
          row.add(found.getObject(c));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void anotherReaderFindsTheDocumentedColumnsAndTheFilesValues() throws Exception {
    Path out = dir.resolve("parquet");
    String said = Parcellate.parquet(spark, new SparkWork(spark, 5), words(out));
    assertEquals(4, said.lines().count(), said);
    Path files = dir.resolve("files");
    assertEquals(BidsApp.INCOMPLETE, BidsApp.run(System.err, Progress.NONE, words(files)));
    String table = "'" + out + "/*.parquet'";
    List<List<Object>> columns = query("DESCRIBE SELECT * FROM " + table);
    assertEquals(
        List.of(
            "person VARCHAR",
            "session VARCHAR",
            "run VARCHAR",
            "site VARCHAR",
            "interval DOUBLE",
            "label INTEGER",
            "region VARCHAR",
            "voxels BIGINT",
            "tsnr DOUBLE",
            "lost VARCHAR",
            "values DOUBLE[]",
            "scan VARCHAR",
            "message VARCHAR"),
        columns.stream().map(row -> row.get(0) + " " + row.get(1)).toList());
    List<List<Object>> failed =
        query("SELECT scan, message FROM " + table + " WHERE region IS NULL ORDER BY scan");
    assertEquals(3, failed.size());
    assertTrue(failed.get(0).get(0).toString().startsWith("sub-11"));
    assertTrue(failed.get(0).get(1).toString().contains("grid"), failed.toString());
    List<List<Object>> rows =
        query(
            "SELECT person, label, region, voxels, interval, values FROM "
                + table
                + " WHERE region IS NOT NULL ORDER BY person, label");
    assertEquals((PEOPLE - 3) * REGIONS, rows.size());
    RegionSignals wanted = null;
    for (int k = 0; k < rows.size(); k++) {
      List<Object> row = rows.get(k);
      int r = k % REGIONS;
      if (r == 0) {
        String person = "sub-" + row.get(0);
        Path file =
            files.resolve(
                "parcellation/"
                    + person
                    + "/"
                    + person
                    + "_func_"
                    + person
                    + "_task-rest_bold_cleaned.tsv");
        wanted = TimeSeriesTable.read(file, ImportOptions.auto()).signals();
      }
      assertEquals(r + 1, row.get(1));
      assertEquals(wanted.regions().names().get(r), row.get(2));
      assertEquals(4L, row.get(3));
      assertEquals(2.0, row.get(4));
      Object[] values = (Object[]) ((java.sql.Array) row.get(5)).getArray();
      assertEquals(FRAMES, values.length);
      for (int t = 0; t < FRAMES; t++) {
        assertEquals(wanted.values()[r][t], values[t]);
      }
    }
    assertFalse(query("SELECT tsnr FROM " + table + " WHERE region IS NOT NULL LIMIT 1").isEmpty());
    BadInput again =
        assertThrows(
            BadInput.class, () -> Parcellate.parquet(spark, new SparkWork(spark, 5), words(out)));
    assertTrue(again.getMessage().contains("is there already"), again.getMessage());
  }

  @Test
  void damagedScansAmongManyAreRowsWithReasons() throws IOException {
    Path out = dir.resolve("out");
    SparkWork work = new SparkWork(spark, 7);
    assertEquals(BidsApp.INCOMPLETE, BidsApp.run(System.err, work, Progress.NONE, words(out)));
    Path here = dir.resolve("here");
    assertEquals(BidsApp.INCOMPLETE, BidsApp.run(System.err, Progress.NONE, words(here)));
    assertEquals(Data.content(here), Data.content(out));
    assertEquals((PEOPLE - 3) * 8 + 2, Data.content(here).size());
  }
}
