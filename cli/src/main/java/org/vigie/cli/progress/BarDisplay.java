package org.vigie.cli.progress;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left on a terminal, below a table if there is one. */
final class BarDisplay implements Display {
  private final TableBar table;
  private final ProgressBar bar;

  BarDisplay(PrintStream out, String step, Unit unit) {
    table = new TableBar(out);
    bar =
        new ProgressBarBuilder()
            .setTaskName(step)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUnit(unit.label, unit.size)
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .setConsumer(table)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void show(long done, long total, String detail) {
    bar.maxHint(Math.max(1, total));
    bar.stepTo(done);
    bar.setExtraMessage(" " + detail);
  }

  @Override
  public void table(List<String> lines) {
    table.table(lines);
  }

  @Override
  public void say(String line) {
    table.say(line);
  }

  @Override
  public void close() {
    bar.close();
  }
}
