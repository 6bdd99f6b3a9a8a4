package org.braindyn.data;

import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words: Java's own message is often the path alone. */
public final class Reason {
  private Reason() {}

  /**
   * The reason, without a full stop and never null.
   *
   * @param e what went wrong
   */
  public static String of(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder: " + e.getMessage();
    }
    if (e instanceof AccessDeniedException) {
      return "permission was denied for " + e.getMessage();
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is there already";
    }
    if (e instanceof FileSystemException f && f.getReason() == null) {
      return "the system refused " + f.getFile();
    }
    if (e instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    }
    if (e instanceof EOFException && e.getMessage() == null) {
      return "it ends early";
    }
    boolean silent = e.getMessage() == null || e.getMessage().isBlank();
    return silent ? e.getClass().getSimpleName() : e.getMessage().strip().replaceFirst("\\.$", "");
  }
}
