package org.braindyn.io.cifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;

/** Weights between parcels: a {@code .pconn.nii}. */
public final class PConn implements ConnectomeDoor {
  @Override
  public String format() {
    return "a CIFTI-2 parcellated connectivity (.pconn.nii)";
  }

  @Override
  public boolean knows(FileStart file) {
    return CiftiFile.is(file, ".pconn.nii");
  }

  @Override
  public Connectome read(Path path, String variable) throws IOException {
    CiftiFile file = CiftiFile.open(path);
    if (!(file.along() instanceof CiftiAxis.Parcels columns)
        || !(file.down() instanceof CiftiAxis.Parcels rows)) {
      throw new BadInput(file.name() + " holds no parcels x parcels, though its header says so.");
    }
    List<String> along = columns.parcels().stream().map(CiftiAxis.Parcel::name).toList();
    List<String> down = rows.parcels().stream().map(CiftiAxis.Parcel::name).toList();
    if (!along.equals(down)) {
      throw new BadInput(
          file.name()
              + ": its rows are other parcels than its columns, so it is no graph of one set of"
              + " regions.");
    }
    List<String> notes = new ArrayList<>();
    Connectome read =
        new Connectome(
            PtSeries.regions(rows, file.name(), notes), true, file.matrix(), notes, file.name());
    if (!read.symmetric()) {
      notes.add("The matrix is not symmetric: its rows are taken as sources.");
    }
    return new Connectome(read.regions(), true, read.weights(), notes, read.source());
  }
}
