package org.braindyn.io.nifti;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the voxels of an image mean, as its header says it (nifti1.h, intent codes).
 *
 * @param code intent code
 * @param name intent name, 15 characters at most
 * @param description free text, 79 characters at most
 */
public record NiftiMeaning(int code, String name, String description) {
  private static final int LABEL = 1002;
  private static final int ESTIMATE = 1001;

  /** Nothing in particular: scans and signals. */
  public static final NiftiMeaning NONE = new NiftiMeaning(0, "", "BrainDyn");

  /** Values of regions painted on the brain by a model. */
  public static NiftiMeaning estimate(String what) {
    return new NiftiMeaning(ESTIMATE, "estimate", "BrainDyn: " + what);
  }

  /** Labels of regions. */
  public static NiftiMeaning labels(String source) {
    return new NiftiMeaning(LABEL, "labels", "BrainDyn: " + source);
  }

  /** Writes the fields into a NIfTI-1 (352 bytes) or NIfTI-2 (544 bytes) header. */
  void put(ByteBuffer header) {
    boolean two = header.capacity() > 400;
    if (two) {
      header.putInt(504, code);
    } else {
      header.putShort(68, (short) code);
    }
    text(header, two ? 508 : 328, 16, name);
    text(header, two ? 240 : 148, 80, description);
  }

  /** Ends with a zero, as every reader expects. */
  private static void text(ByteBuffer header, int at, int field, String text) {
    byte[] plain = text.replaceAll("[^\\x20-\\x7e]", "?").getBytes(StandardCharsets.US_ASCII);
    header.position(at).put(Arrays.copyOf(plain, field - 1)).put((byte) 0);
  }
}
