package org.braindyn.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AsideTest {
  private static Progress stopped() {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
  }

  @Test
  void aLongReadingIsLeftAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    String text =
        assertThrows(
                Cancelled.class,
                () ->
                    Aside.read(
                        () -> {
                          never.await();
                          return 1;
                        },
                        "Reading a.csv",
                        stopped()))
            .getMessage();
    assertTrue(text.contains("Reading a.csv"), text);
  }

  @Test
  void whatIsReadAndWhatIsThrownComesThrough() throws IOException {
    assertEquals(7, Aside.read(() -> 7, "Reading", Progress.NONE));
    IOException gone = new IOException("gone");
    Throwable thrown =
        assertThrows(
            IOException.class,
            () ->
                Aside.read(
                    () -> {
                      throw gone;
                    },
                    "Reading",
                    Progress.NONE));
    assertSame(gone, thrown);
  }
}
