package org.braindyn.io.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;
import org.braindyn.io.NiftiFiles;

/** A NIfTI or Analyze file, read frame by frame in one pass; a .gz is inflated as a stream. */
public final class NiftiVolume implements Volume4D {
  private static final int PIECE = 1 << 14;

  private final NiftiHeader header;
  private final Path data;
  private final String name;

  NiftiVolume(NiftiHeader header, Path data, String name) {
    this.header = header;
    this.data = data;
    this.name = name;
  }

  /** The checked header. */
  public NiftiHeader header() {
    return header;
  }

  @Override
  public List<String> notes() {
    return header.notes();
  }

  @Override
  public Grid grid() {
    return header.grid();
  }

  @Override
  public int frames() {
    return header.frames();
  }

  @Override
  public double interval() {
    return header.interval();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FrameReader open() throws IOException {
    InputStream in = new ReadAhead(NiftiFiles.stream(data), name);
    try {
      in.skipNBytes(header.offset());
    } catch (IOException e) {
      in.close();
      throw damaged("before the first voxel", e);
    }
    return new Frames(in);
  }

  /** Straight to the frame's place in the file; of a gzip file an inflated copy is made first. */
  @Override
  public FrameAccess access(Progress progress) throws IOException {
    return NiftiFrames.of(header, data, name, progress);
  }

  private BadInput damaged(String where, IOException cause) {
    boolean end = cause instanceof EOFException || cause.getCause() instanceof EOFException;
    String why = end ? "ends early" : "is damaged (" + Reason.of(cause) + ")";
    return new BadInput(
        name + " " + why + ", " + where + ". Copy or download the file again.", cause);
  }

  private final class Frames implements FrameReader {
    private final InputStream in;
    private final byte[] bytes = new byte[PIECE * header.type().bytes()];
    private int frame;

    Frames(InputStream in) {
      this.in = in;
    }

    @Override
    public void next(double[] values) throws IOException {
      int voxels = header.grid().voxels();
      if (frame == header.frames()) {
        throw new EOFException(name + " has only " + frame + " frames");
      }
      try {
        for (int at = 0; at < voxels; at += PIECE) {
          int n = Math.min(PIECE, voxels - at);
          int wanted = n * header.type().bytes();
          if (in.readNBytes(bytes, 0, wanted) < wanted) {
            throw new EOFException();
          }
          header.decode(bytes, values, at, n);
        }
        frame++;
        if (frame == header.frames()) {
          // Reading on to the end makes gzip check its checksum.
          in.read();
        }
      } catch (IOException e) {
        throw damaged("in frame " + (frame + 1) + " of " + header.frames(), e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
