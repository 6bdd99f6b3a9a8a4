package org.braindyn.fiji.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;

/** One choice, heard by everybody once. */
class SelectionTest {
  @Test
  void everybodyHearsOfAnotherRegionOnce() {
    Selection selection = new Selection();
    List<RegionKey> first = new ArrayList<>();
    List<RegionKey> second = new ArrayList<>();
    Consumer<RegionKey> leaving = second::add;
    selection.add(first::add);
    selection.add(leaving);
    RegionKey key = RegionKey.named("V1");
    selection.choose(key);
    selection.choose(RegionKey.named("V1"));
    selection.remove(leaving);
    selection.choose(null);
    assertEquals(java.util.Arrays.asList(key, null), first);
    assertEquals(List.of(key), second);
    assertNull(selection.chosen());
  }

  @Test
  void aListenerMayChooseAgain() {
    Selection selection = new Selection();
    List<RegionKey> heard = new ArrayList<>();
    selection.add(heard::add);
    selection.add(key -> selection.choose(RegionKey.named("always")));
    selection.choose(RegionKey.named("first"));
    assertEquals(2, heard.size(), "and does not go round for ever");
  }

  @Test
  void aRegionIsKnownByNameThenByLabel() {
    Regions regions =
        new Regions(List.of(Region.named(7, "V1"), Region.named(9, "V2"), Region.named(11, "V2")));
    assertEquals(0, RegionKey.named(" v1 ").rowIn(regions));
    assertEquals(-1, RegionKey.named("V2").rowIn(regions), "two of one name");
    assertEquals(2, new RegionKey(11, "V2").rowIn(regions), "the label tells which");
    assertEquals(1, new RegionKey(9, "called otherwise").rowIn(regions));
    assertEquals(-1, new RegionKey(Region.NO_LABEL, "V3").rowIn(regions));
  }
}
