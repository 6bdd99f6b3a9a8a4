package org.braindyn.signal.montage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.filter.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MontageTest {
  private static ChannelRecording recording(String... names) {
    List<Channel> channels = new ArrayList<>();
    for (String name : names) {
      int k = channels.size() + 1;
      channels.add(new Channel(name, "uV", 100, new double[] {k, k * k, Double.NaN}));
    }
    return new ChannelRecording(channels, List.of(), List.of(), null, List.of(), "test");
  }

  @ParameterizedTest
  @CsvSource({
    "EEG FP1-REF, FP1",
    "EEG FP1-LE, FP1",
    "Fp1, FP1",
    "Fp1., FP1",
    "'EEG Fp1-A1+A2', FP1",
    "T7, T3",
    "EEG T8-REF, T4",
    "P7, T5",
    "p8-AVG, T6",
    "'EEG Cz', CZ",
    "POL Fz, FZ",
    "EEG T3-REF, T3"
  })
  void labelsMeanElectrodes(String label, String electrode) {
    assertEquals(electrode, TenTwenty.electrode(label));
  }

  @ParameterizedTest
  @CsvSource({"FP1-F7", "EKG1-REF", "Status", "EXG8", "EEG C3P-REF", "T33", "''", "EEG Fp1-Cz"})
  void othersMeanNone(String label) {
    assertNull(TenTwenty.electrode(label));
  }

  @Test
  void placesAreOnTheRightSides() {
    for (String name : TenTwenty.TUSZ) {
      double[] place = TenTwenty.place(name);
      double size = Math.hypot(Math.hypot(place[0], place[1]), place[2]);
      assertEquals(1, size, 1e-12);
      char last = name.charAt(name.length() - 1);
      int side = last == 'Z' ? 0 : (last - '0') % 2 == 1 ? -1 : 1;
      assertEquals(side, Math.abs(place[0]) < 1e-12 ? 0 : Math.signum(place[0]), name);
    }
    assertTrue(TenTwenty.place("Fp1")[1] > 0.9 && TenTwenty.place("O2")[1] < -0.9);
    assertArrayEquals(new double[] {0, 0, 1}, TenTwenty.place("Cz"), 1e-12);
  }

  @Test
  void selectsInOrderAndFillsByPolicy() {
    ChannelRecording all = recording("EEG CZ-REF", "ECG", "EEG T7-LE", "Cz");
    ChannelRecording chosen = Montage.select(all, List.of("T3", "CZ", "O1"), Montage.Missing.NAN);
    assertEquals(List.of("T3", "Cz", "O1"), chosen.channels().stream().map(Channel::name).toList());
    assertEquals(3, chosen.channels().get(0).values()[0]);
    assertEquals(1, chosen.channels().get(1).values()[0]);
    assertTrue(Double.isNaN(chosen.channels().get(2).values()[0]));
    assertTrue(chosen.notes().toString().contains("2 channels mean CZ; EEG CZ-REF taken"));
    assertTrue(chosen.notes().toString().contains("No channel for O1"));
    double[] zeros =
        Montage.select(all, List.of("T3", "O1"), Montage.Missing.ZERO).channels().get(1).values();
    assertEquals(0, zeros[0]);
    BadInput thrown =
        assertThrows(
            BadInput.class, () -> Montage.select(all, List.of("T3", "O1"), Montage.Missing.REFUSE));
    assertTrue(thrown.getMessage().contains("no channel for O1"));
    assertThrows(
        BadInput.class, () -> Montage.select(recording("A"), List.of("T3"), Montage.Missing.NAN));
  }

  @Test
  void electrodesHavePlacesInMillimetres() {
    RegionSignals signals = Montage.toSignals(recording("Cz", "other"));
    assertArrayEquals(new double[] {0, 0, 85}, signals.regions().get(0).centroid(), 1e-9);
    assertNull(signals.regions().get(1).centroid());
  }

  @Test
  void rereferences() {
    ChannelRecording all = recording("Fp1", "F7", "Cz");
    List<Channel> mean = Rereference.average(all).channels();
    assertEquals(1 - 2, mean.get(0).values()[0], 1e-12);
    assertEquals(9 - 14 / 3.0, mean.get(2).values()[1], 1e-12);
    Channel pair = Rereference.bipolar(all, List.of("FP1-F7")).channels().get(0);
    assertEquals("FP1-F7", pair.name());
    assertArrayEquals(new double[] {-1, -3, Double.NaN}, pair.values());
    assertThrows(BadInput.class, () -> Rereference.bipolar(all, List.of("Fp1-O1")));
    assertThrows(BadInput.class, () -> Rereference.bipolar(all, List.of("Fp1")));
  }

  @Test
  void resamplesToOneRateAndLength() {
    List<Channel> mixed =
        List.of(
            new Channel("Fp1", "uV", 256, new double[2560]),
            new Channel("Fp2", "uV", 100, new double[990]));
    ChannelRecording both =
        new ChannelRecording(mixed, List.of(), List.of(), null, List.of(), "test");
    assertThrows(BadInput.class, both::toSignals);
    ChannelRecording one = Montage.resample(both, 200);
    assertEquals(1980, one.toSignals().frames());
    assertEquals(0.005, one.toSignals().interval());
    ChannelRecording quiet = Montage.filter(one, rate -> Filters.highPass(4, 0.5, rate), true);
    assertEquals(1980, quiet.channels().get(0).values().length);
  }
}
