package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.braindyn.scans.ParcellateScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's messages that are a path alone become words. */
class ReasonTest {
  @Test
  void everyKindHasWords() {
    assertTrue(Reason.of(new NoSuchFileException("/a/b")).startsWith("there is no such file"));
    assertTrue(Reason.of(new AccessDeniedException("/a/b")).startsWith("permission was denied"));
    assertTrue(Reason.of(new FileAlreadyExistsException("/a/b")).endsWith("there already"));
    assertTrue(Reason.of(new FileSystemException("/a/b")).startsWith("the system refused"));
    assertEquals("it is not text in UTF-8", Reason.of(new MalformedInputException(1)));
    assertEquals("it ends early", Reason.of(new EOFException()));
    assertEquals("Is a directory", Reason.of(new IOException("Is a directory")));
    assertEquals("IOException", Reason.of(new IOException()));
  }

  @Test
  void nothingIsEverCalledNull() {
    assertEquals("NullPointerException", Reason.of(new NullPointerException()));
    assertEquals("NoSuchElementException", Reason.of(new java.util.NoSuchElementException(" ")));
    assertEquals("number 3 is odd", Reason.of(new IllegalStateException("number 3 is odd.")));
  }

  @Test
  void theFileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
    Path unreadable = Path.of("/proc/self/mem"); // a file that may be opened but not read
    assumeTrue(Files.isRegularFile(unreadable), "this system has no /proc");
    Path table = Files.createSymbolicLink(folder.resolve("atlas.tsv"), unreadable);
    File labels = folder.resolve("atlas.nii.gz").toFile();
    BadInput refused = assertThrows(BadInput.class, () -> ParcellateScan.names(null, null, labels));
    assertTrue(refused.getMessage().startsWith(table + " cannot be read"), refused.getMessage());
  }
}
