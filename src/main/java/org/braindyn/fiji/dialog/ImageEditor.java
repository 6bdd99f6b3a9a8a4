package org.braindyn.fiji.dialog;

import ij.ImagePlus;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import org.braindyn.fiji.images.Choosable;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.schema.FieldSchema;

/** One of the open images of the right kind, with its size; the likeliest first. */
final class ImageEditor extends Editor {
  private final JComboBox<ImagePlus> box = new JComboBox<>();
  private final Choosable kind;
  private boolean touched;
  private boolean filling;

  ImageEditor(FieldSchema field) {
    super(field);
    kind = Choosable.of(field.kind());
    box.setPrototypeDisplayValue(null);
    box.setRenderer(new Titles());
    box.setMaximumRowCount(15);
    box.addActionListener(e -> touched |= !filling);
  }

  /** An image's title and size; "None" for none. */
  private final class Titles extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focus) {
      ImagePlus image = (ImagePlus) value;
      String text = image == null ? nothing() : image.getTitle() + "  " + dimensions(image);
      return super.getListCellRendererComponent(list, text, index, selected, focus);
    }
  }

  private String nothing() {
    return !field.required()
        ? OpenImages.NONE
        : box.getItemCount() > 1 ? "\u2013 no other is open \u2013" : "\u2013 none is open \u2013";
  }

  private static String dimensions(ImagePlus image) {
    StringBuilder size = new StringBuilder("[").append(image.getWidth());
    size.append(" \u00d7 ").append(image.getHeight());
    if (image.getNSlices() > 1) {
      size.append(" \u00d7 ").append(image.getNSlices());
    }
    if (image.getNFrames() > 1) {
      size.append(", ").append(image.getNFrames()).append(" frames");
    }
    return size.append(']').toString();
  }

  @Override
  void refresh(Editors all) {
    ImagePlus before = image();
    ImagePlus beside = all.firstImageBut(this);
    List<ImagePlus> images = new ArrayList<>();
    if (!field.required()) {
      images.add(null);
    }
    images.addAll(kind.open(beside));
    // Two inputs of one kind are two images: the same one twice is chosen on purpose or not at all.
    ImagePlus taken = field.required() ? all.takenBefore(this) : null;
    if (taken != null && images.remove(taken)) {
      if (images.isEmpty()) {
        images.add(null);
      }
      images.add(taken);
    }
    filling = true;
    box.setModel(new DefaultComboBoxModel<>(images.toArray(new ImagePlus[0])));
    box.setSelectedItem(touched && images.contains(before) ? before : suggested(images));
    filling = false;
  }

  // An optional image that the command has a name of its own for is meant if it is open.
  private ImagePlus suggested(List<ImagePlus> images) {
    List<ImagePlus> open = images.stream().filter(i -> i != null).toList();
    boolean own = field.kind().equals(field.key()) && kind != Choosable.MASK;
    if (field.required()) {
      return images.isEmpty() ? null : images.get(0);
    }
    return own && !open.isEmpty() && kind.marked(open.get(0)) ? open.get(0) : null;
  }

  Choosable kind() {
    return kind;
  }

  ImagePlus image() {
    return (ImagePlus) box.getSelectedItem();
  }

  @Override
  JComponent component() {
    return box;
  }

  @Override
  String text() {
    return image() == null ? OpenImages.NONE : image().getTitle();
  }

  @Override
  void text(String text) {
    for (int i = 0; i < box.getItemCount(); i++) {
      ImagePlus image = box.getItemAt(i);
      if (image == null ? text.equals(OpenImages.NONE) : image.getTitle().equals(text)) {
        box.setSelectedIndex(i);
        return;
      }
    }
  }

  @Override
  boolean remembers() {
    return false;
  }

  @Override
  Object value() {
    if (image() == null && field.required()) {
      throw wrong(box.getItemCount() > 1 ? "choose an image; " + kind.other() : kind.remedy());
    }
    return image();
  }
}
