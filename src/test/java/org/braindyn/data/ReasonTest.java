package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

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
}
