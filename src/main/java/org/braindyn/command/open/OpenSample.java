package org.braindyn.command.open;

import ij.ImagePlus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.sample.SampleFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the phantom that comes with the plugin; needs no network. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Phantom",
    description = "Opens the sample scan and its labels",
    attrs = @Attr(name = "no-legacy"))
public class OpenSample extends BrainDynCommand {
  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus scan;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus labels;

  @Override
  protected void execute() {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("braindyn-sample");
      scan = ScanImage.image(Nifti.open(copy(SampleFolder.SCAN, folder)), progress());
      scan.setTitle("phantom");
      Labels3D read = Nifti.labels(copy(SampleFolder.LABELS, folder));
      LabelNames names = LabelTable.read(copy(SampleFolder.NAMES, folder));
      Regions regions =
          new Regions(
              names.names().entrySet().stream()
                  .map(e -> Region.named(e.getKey(), e.getValue()))
                  .toList());
      labels = LabelImage.image(read, regions);
      labels.setTitle("phantom labels");
    } catch (IOException e) {
      throw new BadInput("The sample cannot be opened: " + Reason.of(e), e);
    } finally {
      delete(folder);
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    try (InputStream in = OpenSample.class.getResourceAsStream("/sample-images/" + name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the plugin's jar; install the plugin again");
      }
      Path file = folder.resolve(name);
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    for (String name : new String[] {SampleFolder.SCAN, SampleFolder.LABELS, SampleFolder.NAMES}) {
      folder.resolve(name).toFile().delete();
    }
    folder.toFile().delete();
  }
}
