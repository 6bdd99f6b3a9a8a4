package org.braindyn.fiji.bridge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.braindyn.command.Help;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Train;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** While one command runs, another's dialog is refused and another's macro waits. */
class OneAtATimeTest {
  private static CommandInfo info(Class<? extends org.scijava.command.Command> command) {
    return SciJavaContext.get().service(CommandService.class).getCommand(command);
  }

  @Test
  void aSecondRunIsRefusedOrWaits() throws InterruptedException {
    CountDownLatch waited = new CountDownLatch(1);
    Thread second;
    try (OneAtATime first = OneAtATime.wait(info(Train.class))) {
      assertDoesNotThrow(() -> OneAtATime.refuse(info(Forecast.class)), "its own thread goes on");
      BadInput[] said = new BadInput[1];
      Thread dialog =
          new Thread(
              () ->
                  said[0] =
                      assertThrows(BadInput.class, () -> OneAtATime.refuse(info(Forecast.class))));
      dialog.start();
      dialog.join();
      assertTrue(said[0].getMessage().startsWith("BrainDyn Train (since "), said[0].getMessage());
      Thread help = new Thread(() -> OneAtATime.refuse(info(Help.class)));
      help.start();
      help.join();
      second =
          new Thread(
              () -> {
                try (OneAtATime turn = OneAtATime.wait(info(Forecast.class))) {
                  waited.countDown();
                }
              });
      second.start();
      assertFalse(waited.await(300, TimeUnit.MILLISECONDS), "two ran at once");
    }
    assertTrue(waited.await(5, TimeUnit.SECONDS), "the second never ran");
    second.join();
  }
}
