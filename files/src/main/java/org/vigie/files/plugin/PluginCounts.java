package org.vigie.files.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.vigie.advert.plugin.PluginKind;

/**
 * How often this process asked plug-ins, and how often in vain. One for all that ask: readers are
 * asked before a job begins, translators by a page. Safe for use by several threads.
 */
public final class PluginCounts {
  private static final Map<Named, Tally> TALLIES = new ConcurrentHashMap<>();

  private PluginCounts() {}

  private record Named(PluginKind kind, String name) {}

  private record Tally(LongAdder asked, LongAdder failed) {}

  /**
   * The counts of one plug-in since this process was started.
   *
   * @param asked questions that it was asked
   * @param failed those of them that it didn't answer, or not as it must
   */
  public record Count(PluginKind kind, String name, long asked, long failed) {}

  static void asked(PluginSpec plugin) {
    tally(plugin).asked().increment();
  }

  static void failed(PluginSpec plugin) {
    tally(plugin).failed().increment();
  }

  private static Tally tally(PluginSpec plugin) {
    return TALLIES.computeIfAbsent(
        new Named(plugin.kind(), plugin.name()),
        unused -> new Tally(new LongAdder(), new LongAdder()));
  }

  /** Returns those of all plug-ins that were asked, by kind and name. */
  public static List<Count> all() {
    List<Count> all = new ArrayList<>();
    TALLIES.forEach((plugin, tally) ->
        all.add(
            new Count(plugin.kind(), plugin.name(), tally.asked().sum(), tally.failed().sum())));
    all.sort(Comparator.comparing(Count::kind).thenComparing(Count::name));
    return all;
  }
}
