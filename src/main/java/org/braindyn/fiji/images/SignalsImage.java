package org.braindyn.fiji.images;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.util.OptionalDouble;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Units;
import org.braindyn.data.unit.SamplingInterval;

/** Region signals as an image: x = time (calibrated in s), y = region, names in the Info. */
public final class SignalsImage {
  private static final String SOURCE = "source";
  private static final String INTERVAL = "interval";
  private static final String FIRST = "first.frame";
  private static final String FRAMES = "frames";

  private SignalsImage() {}

  /**
   * @param signals what to show
   * @param title window title
   */
  public static ImagePlus image(RegionSignals signals, String title) {
    return image(signals, title, ImageKind.SIGNALS);
  }

  /** What a model made, in the same form, so that no dialog offers it as a recording. */
  public static ImagePlus prediction(RegionSignals signals, String title) {
    return image(signals, title, ImageKind.PREDICTION);
  }

  /**
   * What a model made of a stretch of a recording.
   *
   * @param first frame of the recording that the first column is
   */
  public static ImagePlus prediction(RegionSignals signals, String title, int first) {
    ImagePlus image = prediction(signals, title);
    image.getCalibration().xOrigin = -first; // so that ImageJ shows the recording's time
    ImageInfo.set(image, FIRST, Integer.toString(first));
    ImageInfo.set(image, FRAMES, Integer.toString(signals.frames()));
    return image;
  }

  /**
   * Frame of the recording that the first column is, 0 if nothing else is known. {@code Image >
   * Crop} moves it with ImageJ's origin.
   *
   * @throws BadInput if columns are missing and ImageJ does not tell which
   */
  public static int first(ImagePlus image) {
    String text = ImageInfo.get(image, FIRST);
    if (text == null) {
      return 0;
    }
    int written = Integer.parseInt(text.trim());
    String frames = ImageInfo.get(image, FRAMES); // files of older versions have none
    int shown = (int) Math.round(-image.getCalibration().xOrigin);
    boolean cut = frames != null && Integer.parseInt(frames.trim()) != image.getWidth();
    if (cut && shown == written) {
      throw new BadInput(
          String.format(
              "%s had %s columns and has %d now; which are left cannot be told. Use the whole"
                  + " image, or cut it with Image > Crop.",
              image.getTitle(), frames.trim(), image.getWidth()));
    }
    return cut ? shown : written;
  }

  private static ImagePlus image(RegionSignals signals, String title, ImageKind kind) {
    FloatProcessor pixels = new FloatProcessor(signals.frames(), signals.size());
    for (int r = 0; r < signals.size(); r++) {
      for (int t = 0; t < signals.frames(); t++) {
        pixels.setf(t, r, (float) signals.values()[r][t]);
      }
    }
    ImagePlus image = new ImagePlus(title, pixels);
    if (Double.isFinite(signals.interval())) {
      Calibration calibration = image.getCalibration();
      calibration.pixelWidth = signals.interval();
      calibration.pixelHeight = 1;
      calibration.setXUnit("s");
      calibration.setYUnit("region");
    }
    kind.mark(image);
    ImageInfo.set(image, SOURCE, signals.source());
    ImageInfo.set(image, INTERVAL, Double.toString(signals.interval()));
    RegionInfo.write(image, signals.regions());
    FilledInfo.write(image, signals);
    image.resetDisplayRange();
    return image;
  }

  /**
   * Reads signals back. An image of another origin is taken as region x time with numbered regions.
   *
   * @throws BadInput if it is no single 2-D image, or its names do not fit its rows
   */
  public static RegionSignals signals(ImagePlus image) {
    String other = otherKind(image);
    if (other != null) {
      throw new BadInput(
          image.getTitle()
              + " is not a region x time image ("
              + other
              + "). Run BrainDyn Parcellate... first and choose its result.");
    }
    Regions regions = RegionInfo.read(image);
    if (regions == null) {
      regions = Regions.numbered("Region", image.getHeight());
    }
    if (regions.size() != image.getHeight()) {
      throw new BadInput(
          image.getTitle()
              + " has "
              + image.getHeight()
              + " rows but names "
              + regions.size()
              + " regions; it was cropped or scaled. Use the original image.");
    }
    double[][] values = new double[image.getHeight()][image.getWidth()];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = image.getProcessor().getf(t, r);
      }
    }
    String source = ImageInfo.get(image, SOURCE);
    return new RegionSignals(
        regions,
        values,
        interval(image),
        source == null ? image.getTitle() : source,
        FilledInfo.read(image));
  }

  // A square matrix would otherwise pass as signals of as many frames as regions.
  private static String otherKind(ImagePlus image) {
    if (image.getStackSize() != 1) {
      return "it has " + image.getStackSize() + " slices";
    }
    if (image.getBitDepth() == 24) {
      return "it is a colour image";
    }
    if (ImageKind.GRAPH.marks(image)) {
      return "it is a graph";
    }
    if (ImageKind.LABELS.marks(image)) {
      return "it is a label image";
    }
    return ImageKind.MAP.marks(image) ? "it is a map" : null;
  }

  /** Seconds from frame to frame as the image was made; NaN if it does not say. */
  static double keptInterval(ImagePlus image) {
    String text = ImageInfo.get(image, INTERVAL);
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  // TIFF rounds the pixel width to a fraction, so the Info's number counts unless a user changed
  // it.
  private static double interval(ImagePlus image) {
    Calibration calibration = image.getCalibration();
    OptionalDouble unit = Units.seconds(calibration.getXUnit());
    double shown = unit.isPresent() ? calibration.pixelWidth * unit.getAsDouble() : Double.NaN;
    String text = ImageInfo.get(image, INTERVAL);
    double kept = keptInterval(image);
    if (Math.abs(kept / shown - 1) < 1e-4) {
      return kept; // it was checked where it came in
    }
    String source = image.getTitle() + ": the pixel width (Image > Properties...)";
    String doubt = SamplingInterval.SIGNALS.doubt(shown, source);
    if (doubt.isEmpty()) {
      return shown;
    }
    // Signals of ours were given another width by somebody; others may just be no signals in s.
    boolean typed = text != null;
    IJ.log(
        "Warning: "
            + doubt
            + (typed
                ? ""
                : " It is taken as unknown: set width and unit in Image > Properties..., or import"
                    + " the table with interval=(s)."));
    return typed ? shown : Double.NaN;
  }
}
