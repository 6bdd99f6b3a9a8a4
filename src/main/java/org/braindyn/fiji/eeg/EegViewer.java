package org.braindyn.fiji.eeg;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.select.RegionKey;
import org.braindyn.fiji.select.Selection;

/** An EEG page by page: turned by buttons, keys and a scroll bar, its scale changed by + and -. */
public final class EegViewer extends JFrame {
  private static final long serialVersionUID = 1;
  private static final Double[] LENGTHS = {2.0, 5.0, 10.0, 20.0, 30.0, 60.0};
  private static final int TICKS = 10;

  private final transient EegPage page;
  private final EegPanel panel;
  private final JScrollBar bar;
  private final JLabel scale = new JLabel();
  private transient EegPaging paging;
  private double perRow;
  private String chosen = "";

  /**
   * A window that is not shown yet.
   *
   * @param page the recording
   * @param seconds s of a page at first
   */
  public EegViewer(EegPage page, double seconds) {
    super("EEG of " + page.eeg().source());
    this.page = page;
    paging = new EegPaging(0, seconds, page.lasts());
    perRow = page.fittingScale();
    panel = new EegPanel(page, look(), name -> Selection.shared().choose(RegionKey.named(name)));
    bar = new JScrollBar(JScrollBar.HORIZONTAL, 0, ticks(seconds), 0, ticks(page.lasts()));
    bar.addAdjustmentListener(e -> turn(paging.at((double) e.getValue() / TICKS)));
    setLayout(new BorderLayout());
    add(buttons(), BorderLayout.NORTH);
    add(panel, BorderLayout.CENTER);
    add(bar, BorderLayout.SOUTH);
    setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    Consumer<RegionKey> heard = this::choose;
    Selection.shared().add(heard);
    addWindowListener(
        new java.awt.event.WindowAdapter() {
          @Override
          public void windowClosed(java.awt.event.WindowEvent event) {
            Selection.shared().remove(heard);
          }
        });
    turn(paging);
    pack();
  }

  /** Shows a recording, its first page beginning at a second. */
  public static void open(EegPage page, double seconds, double start) {
    EegViewer viewer = new EegViewer(page, seconds);
    viewer.setLocationByPlatform(true);
    viewer.setVisible(true);
    viewer.turn(viewer.paging.at(start));
  }

  private static int ticks(double seconds) {
    return (int) Math.ceil(seconds * TICKS);
  }

  private EegPage.Look look() {
    return new EegPage.Look(paging.start(), paging.seconds(), perRow, chosen);
  }

  private JPanel buttons() {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 3));
    row.add(button("\u25c0 Page", KeyEvent.VK_PAGE_UP, () -> turn(paging.turned(-1))));
    row.add(button("Page \u25b6", KeyEvent.VK_PAGE_DOWN, () -> turn(paging.turned(1))));
    row.add(button("\u2039", KeyEvent.VK_LEFT, () -> turn(paging.turned(-0.1))));
    row.add(button("\u203a", KeyEvent.VK_RIGHT, () -> turn(paging.turned(0.1))));
    row.add(new JLabel("  seconds:"));
    JComboBox<Double> lengths = new JComboBox<>(LENGTHS);
    lengths.setSelectedItem(paging.seconds());
    lengths.addActionListener(e -> turn(paging.of((Double) lengths.getSelectedItem())));
    lengths.setFocusable(false);
    row.add(lengths);
    row.add(new JLabel("  height:"));
    row.add(button("+", KeyEvent.VK_UP, () -> enlarge(0.5)));
    row.add(button("\u2212", KeyEvent.VK_DOWN, () -> enlarge(2)));
    row.add(scale);
    row.add(button("Page as image", KeyEvent.VK_F2, () -> FigureImage.of(panel.drawing()).show()));
    return row;
  }

  private JButton button(String text, int key, Runnable action) {
    Action act =
        new AbstractAction(text) {
          private static final long serialVersionUID = 1;

          @Override
          public void actionPerformed(java.awt.event.ActionEvent event) {
            action.run();
          }
        };
    JButton button = new JButton(act);
    button.setFocusable(false); // keys turn pages
    getRootPane()
        .getInputMap(javax.swing.JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(KeyStroke.getKeyStroke(key, 0), text);
    getRootPane().getActionMap().put(text, act);
    return button;
  }

  private void turn(EegPaging to) {
    paging = to;
    bar.setValues((int) Math.round(to.start() * TICKS), ticks(to.seconds()), 0, ticks(to.lasts()));
    scale.setText(String.format(Locale.ROOT, "%.4g %s per row", perRow, page.unit()));
    panel.show(look());
  }

  private void enlarge(double times) {
    perRow = EegPage.round(perRow * times);
    turn(paging);
  }

  private void choose(RegionKey region) {
    chosen = region == null ? "" : region.name();
    panel.show(look());
  }
}
