package org.braindyn.io.door;

/**
 * Formats whose readers take options of their own and are called directly: known here only so that
 * a file given to the wrong menu entry is sent to the right one.
 */
enum UseOnly implements Door {
  /** Volumes; CIFTI has the same header and another intent. */
  NIFTI(
      ImageDoor.class,
      "a NIfTI image",
      "Open it with Open Scan, or cut it into regions with Parcellate.") {
    @Override
    public boolean knows(FileStart file) {
      String t = file.text();
      boolean one = t.startsWith("n+1\0", 344) || t.startsWith("ni1\0", 344);
      boolean two = t.startsWith("n+2\0", 4) || t.startsWith("ni2\0", 4);
      return one || (two && UnreadFormats.ciftiIntent(file) == 0);
    }
  },
  /** European Data Format and BioSemi's. */
  EDF(ChannelDoor.class, "an EDF or BDF recording", "Open it with Import EEG.") {
    @Override
    public boolean knows(FileStart file) {
      return file.starts("\u00ffBIOSEMI")
          || (file.starts("0       ") && file.ends(".edf", ".rec", ".edf+"));
    }
  },
  /** NEST 2. */
  GDF(SpikeDoor.class, "a NEST spike file (.gdf)", "Open it with Import Spikes.") {
    @Override
    public boolean knows(FileStart file) {
      return file.ends(".gdf");
    }
  };

  /** The kind of doors this format would be one of. */
  final Class<? extends Door> kind;

  private final String format;
  private final String use;

  UseOnly(Class<? extends Door> kind, String format, String use) {
    this.kind = kind;
    this.format = format;
    this.use = use;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String use() {
    return use;
  }
}
