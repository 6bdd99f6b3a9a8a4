package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionPositions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionTableTest {
  @TempDir Path dir;

  private RegionPositions read(String text) throws IOException {
    return PositionTable.read(Files.writeString(dir.resolve("places.csv"), text));
  }

  private void refuses(String words, String text) {
    BadInput error = assertThrows(BadInput.class, () -> read(text));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void columnsAreFoundByTheirNames() throws IOException {
    double[] place = {-38.93, -6.96, 49.64};
    String[] tables = {
      "row,atlas_value,name,voxels_2mm,x_mni,y_mni,z_mni\n1,2001,Precentral_L,3,-38.93,-6.96,49.64\n",
      "index\tname\tx\ty\tz\n2001\tA\t-38.93\t-6.96\t49.64\n",
      "ROI Label,ROI Name,R,A,S\n2001,A,-38.93,-6.96,49.64\n",
      "label;X (mm);Y (mm);Z (mm)\n2001;-38.93;-6.96;49.64\n",
      "\ufeffregion,label,x_mm,y_mm,z_mm,used_x_mm,used_y_mm,used_z_mm\r\n"
          + "A,2001,-38.93,-6.96,49.64,1,2,3\r\n",
      "2001 -38.93 -6.96 49.64\n2002 1 2 3\n",
      "2001\tA\t-38.93\t-6.96\t49.64\n2002\tB\t1\t2\t3\n"
    };
    for (String table : tables) {
      assertArrayEquals(place, read(table).of(2001), table);
    }
  }

  @Test
  void withoutLabelsTheRowsCount() throws IOException {
    RegionPositions places = read("1 2 3\n4 5 6\n");
    assertEquals(Set.of(1, 2), places.places().keySet());
    assertArrayEquals(new double[] {4, 5, 6}, read("x,y,z\n1,2,3\n4,5,6\n").of(2));
  }

  @Test
  void aRegionMayHaveNoPlaceButNotHalfOfOne() throws IOException {
    assertEquals(Set.of(8), read("index,x,y,z\n7,n/a,n/a,n/a\n8,1,2,3\n").places().keySet());
    refuses("row 2 has no three coordinates", "index,x,y,z\n7,1,n/a,3\n");
    refuses("stands twice", "index,x,y,z\n7,1,2,3\n7,1,2,3\n");
    refuses("no columns of coordinates", "index,name\n7,a\n");
    refuses("no columns of coordinates", "1 2\n3 4\n");
    refuses("no whole-number label", "1.5 2 3 4\n2 3 4 5\n");
  }
}
