package org.braindyn.fiji.guide;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.io.File;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.WindowConstants;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.guide.Guide;
import org.braindyn.guide.GuideKind;
import org.braindyn.guide.Made;
import org.braindyn.guide.Step;
import org.braindyn.session.MacroLine;

/** The guide: steps on the left, the step at hand on the right, its result below. */
public final class GuideWindow extends JFrame {
  private static final long serialVersionUID = 1;
  private static final int WIDE = 740;
  private static final int HIGH = 590;

  private final transient Guide guide;
  private final transient ImageJSteps runner = new ImageJSteps();
  private final DefaultListModel<Step> steps = new DefaultListModel<>();
  private final JList<Step> list = new JList<>(steps);
  private final StepPanel panel;
  private final Preview preview = new Preview();
  private final JButton back = new JButton("\u25c0 Back");
  private final JButton run = new JButton("Run this step");
  private final JButton skip = new JButton("Leave out");
  private final JButton next = new JButton("Next \u25b6");
  private final JButton save = new JButton("Save as macro...");
  private final JLabel state = new JLabel(" ");
  private int last = -1;

  private GuideWindow(Guide guide) {
    super("BrainDyn Guide: " + guide.kind().title());
    this.guide = guide;
    panel = new StepPanel(guide);
    guide.steps().forEach(steps::addElement);
    list.setCellRenderer(new StateRenderer());
    list.addListSelectionListener(e -> chosen());
    back.addActionListener(e -> go(guide.at() - 1));
    next.addActionListener(e -> go(guide.at() + 1));
    run.addActionListener(e -> runStep());
    skip.addActionListener(e -> leaveOut());
    save.addActionListener(e -> MacroFile.save(this, guide));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 4));
    for (JButton button : List.of(back, run, skip, next, save)) {
      buttons.add(button);
    }
    buttons.add(state);
    JScrollPane left = new JScrollPane(list);
    left.setPreferredSize(new Dimension(190, 430));
    JPanel right = new JPanel(new BorderLayout());
    right.add(new JScrollPane(panel), BorderLayout.CENTER);
    right.add(preview, BorderLayout.SOUTH);
    setLayout(new BorderLayout());
    add(left, BorderLayout.WEST);
    add(right, BorderLayout.CENTER);
    add(buttons, BorderLayout.SOUTH);
    setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    getRootPane().setDefaultButton(run);
    refresh();
    setSize(WIDE, HIGH);
  }

  /**
   * Opens the window.
   *
   * @param kind null for what suits what is open
   * @param folder where results are written
   */
  public static void open(GuideKind kind, File folder) {
    Guide guide = new Guide(kind == null ? OpenData.kind() : kind, folder.getPath());
    OpenData.into(guide);
    GuideWindow window = new GuideWindow(guide);
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    window.setLocation(screen.width - WIDE - 4, Math.max(0, screen.height - HIGH - 30));
    window.setVisible(true);
  }

  private void chosen() {
    if (list.getSelectedIndex() >= 0 && list.getSelectedIndex() != guide.at()) {
      go(list.getSelectedIndex());
    }
  }

  private void go(int step) {
    guide.go(step);
    preview.show(List.of());
    refresh();
  }

  private void refresh() {
    list.setSelectedIndex(guide.at());
    list.repaint();
    panel.refresh();
    back.setEnabled(guide.at() > 0);
    next.setEnabled(guide.at() < guide.steps().size() - 1);
    skip.setEnabled(guide.step().optional());
    save.setEnabled(!guide.lines().isEmpty());
    run.setEnabled(true);
    state.setText(guide.finished() ? "All steps are done." : " ");
    panel.before(last >= 0 && last != guide.at() ? said() : "");
  }

  private String said() {
    String words = guide.said(last);
    return guide.steps().get(last).title() + ": " + (words.isBlank() ? "done." : words);
  }

  private void leaveOut() {
    guide.skip();
    refresh();
  }

  /** On a thread of its own, so that windows and Esc work meanwhile. */
  private void runStep() {
    int step = guide.at();
    MacroLine line;
    try {
      line = guide.line(step);
    } catch (BadInput e) {
      state.setText(e.getMessage());
      return;
    }
    for (JButton button : List.of(back, run, skip, next, save)) {
      button.setEnabled(false);
    }
    list.setEnabled(false);
    state.setText("Running; Esc in an ImageJ window stops it.");
    new Thread(() -> work(step, line), "Run$_BrainDyn Guide").start();
  }

  private void work(int step, MacroLine line) {
    List<Made> made = List.of();
    String wrong = "";
    try {
      made = runner.run(line);
    } catch (BadInput e) {
      wrong = e.getMessage();
    } catch (RuntimeException e) {
      wrong = Reason.of(e);
    }
    List<Made> all = made;
    String why = wrong;
    EventQueue.invokeLater(
        () -> {
          list.setEnabled(true);
          if (why.isEmpty()) {
            guide.done(step, line, all);
            guide.tell(step, runner.told());
            last = step;
          } else {
            guide.failed(step, why);
          }
          refresh();
          preview.show(all);
          toFront();
        });
  }

  /** A sign before each step: done, left out, failed, due. */
  private final class StateRenderer extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getListCellRendererComponent(
        JList<?> of, Object value, int index, boolean selected, boolean focus) {
      String sign =
          switch (guide.state(index)) {
            case DONE -> "\u2713  ";
            case SKIPPED -> "\u2013  ";
            case FAILED -> "\u2717  ";
            case DUE -> index == guide.at() ? "\u25b8  " : "\u25cb  ";
          };
      String text = sign + (index + 1) + ". " + ((Step) value).title();
      return super.getListCellRendererComponent(of, text, index, selected, focus);
    }
  }
}
