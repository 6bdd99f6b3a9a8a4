package org.braindyn.io.door;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * Formats that people bring and that are not read: what the file is, and the next step. Judged by
 * content where a format has a signature, else by name.
 */
final class UnreadFormats {
  private static final String EXPORT = " Export it as text (.csv), .npy or .mat.";

  private record Kind(Predicate<FileStart> is, String what) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              f -> f.starts("version https://git-lfs"),
              " is a git-lfs pointer, not the data themselves. In its repository run: git lfs pull"),
          new Kind(
              f -> f.size() < 1024 && f.text().contains("annex/objects/"),
              " is a git-annex (DataLad) pointer, not the data themselves. Run: datalad get on it."),
          new Kind(
              UnreadFormats::webPage,
              " is a web page, not data: the download gave a page in the file's place (a login, or"
                  + " an error). Download it again in a browser."),
          new Kind(
              f -> f.ends(".vmrk", ".eeg") && !f.starts("Brain Vision Data Exchange Header"),
              " is one part of a BrainVision recording. Open its header, the .vhdr beside it."),
          new Kind(
              f -> f.ends(".fdt"),
              " holds the samples of an EEGLAB data set. Open the .set beside it."),
          new Kind(
              f -> f.text().startsWith("n+2\0", 4) && ciftiIntent(f) > 0,
              " is a CIFTI-2 file of a kind that is not read (maps or dense connectivity). Make a"
                  + " series of parcels of it: wb_command -cifti-parcellate in.dtseries.nii"
                  + " atlas.dlabel.nii COLUMN out.ptseries.nii"),
          new Kind(
              f -> f.hdf5() && f.path() != null && circuit(f),
              " describes a SONATA circuit (nodes or edges), not its activity. Open the spikes.h5 or"
                  + " a report of its output folder."),
          new Kind(
              f ->
                  f.zip() && (f.ends(".xlsx", ".xlsm") || f.text().contains("[Content_Types].xml")),
              " is an Excel workbook, which is not read. In Excel or LibreOffice save the sheet as"
                  + " CSV (File, Save as)."),
          new Kind(
              f -> f.zip() && f.text().contains("opendocument"),
              " is an OpenDocument file, which is not read. In LibreOffice save the sheet as CSV"
                  + " (File, Save as)."),
          new Kind(
              f -> f.starts("\u00d0\u00cf\u0011\u00e0"),
              " is an old Excel workbook (or another Office file), which is not read. In Excel or"
                  + " LibreOffice save the sheet as CSV (File, Save as)."),
          new Kind(
              f -> f.zip() && !f.ends(".npz"),
              " is a zip archive without anything that is read here. Unpack it and open the file"
                  + " inside."),
          new Kind(
              f ->
                  f.starts("7z\u00bc\u00af")
                      || f.starts("Rar!")
                      || f.text().startsWith("ustar", 257),
              " is an archive (7z, rar or tar). Unpack it and open the file inside."),
          new Kind(f -> f.starts("BZh"), " is compressed by bzip2. Unpack it: bunzip2."),
          new Kind(f -> f.starts("\u00fd7zXZ"), " is compressed by xz. Unpack it: unxz."),
          new Kind(
              f -> f.ends(".mgz", ".mgh"),
              " is a FreeSurfer volume, which is not read. Convert it: mri_convert in.mgz"
                  + " out.nii.gz"),
          new Kind(
              f -> f.ends(".annot"),
              " is a FreeSurfer annotation, which is not read. Convert it: mris_convert --annot"
                  + " file.annot surface out.label.gii"),
          new Kind(
              f -> f.ends(".head", ".brik", ".brik.gz"),
              " is an AFNI file, which is not read. Convert it with AFNI's 3dAFNItoNIFTI."),
          new Kind(
              f -> f.text().startsWith("DICM", 128),
              " is a DICOM image, which is not read. Convert the series: dcm2niix folder"),
          new Kind(
              f -> f.ends(".mnc") && (f.hdf5() || f.starts("CDF")),
              " is a MINC image, which is not read. Convert it: mnc2nii in.mnc out.nii"),
          new Kind(
              f -> f.ends(".fif", ".fif.gz"),
              " is a FIFF recording, which is not read. In MNE:"
                  + " mne.export.export_raw(\"out.edf\", raw)"),
          new Kind(
              f -> f.ends(".cnt", ".eeg.gz", ".mff", ".nwb", ".xdf"),
              " is a recording of a format that is not read. In MNE or EEGLAB export it as EDF or"
                  + " BrainVision."),
          new Kind(f -> f.starts("PAR1"), " is a Parquet table, which is not read." + EXPORT),
          new Kind(
              f -> f.ends(".pkl", ".pickle", ".rds", ".rdata", ".sav", ".joblib"),
              " is an archive of a programming language, which is not read." + EXPORT),
          new Kind(f -> f.starts("%PDF"), " is a PDF document, which holds no data to read."),
          new Kind(
              f -> f.starts("\u0089PNG") || f.starts("\u00ff\u00d8\u00ff"),
              " is a picture. Data are needed: a table, a matrix or a recording."),
          new Kind(
              f -> f.starts("II*\0") || f.starts("MM\0*"),
              " is a TIFF image. Open it with File, Open; signals and scans saved as TIFF are used"
                  + " as they are."),
          new Kind(
              f -> f.starts("!<arch>") || f.starts("\u007fELF") || f.starts("MZ\u0090"),
              " is a program, not data."));

  private UnreadFormats() {}

  /** What follows the file's name in the message; null if the format is none of these. */
  static String refusal(FileStart file) {
    for (Kind kind : KINDS) {
      if (kind.is.test(file)) {
        return kind.what;
      }
    }
    return null;
  }

  /** Intent code of a CIFTI-2 header, 0 for any other NIfTI-2 file. */
  static int ciftiIntent(FileStart file) {
    if (file.bytes().length < 540) {
      return 0;
    }
    ByteBuffer b = ByteBuffer.wrap(file.bytes());
    int code = b.order(b.getInt(0) == 540 ? BIG_ENDIAN : LITTLE_ENDIAN).getInt(504);
    return code >= 3000 && code < 3100 ? code : 0;
  }

  private static boolean circuit(FileStart file) {
    return file.text().contains("nodes") || file.text().contains("edges");
  }

  private static boolean webPage(FileStart file) {
    String start = new String(file.bytes(), StandardCharsets.UTF_8).stripLeading();
    return start.regionMatches(true, 0, "<!doctype html", 0, 14)
        || start.regionMatches(true, 0, "<html", 0, 5);
  }
}
