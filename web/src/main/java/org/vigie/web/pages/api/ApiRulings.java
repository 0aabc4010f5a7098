package org.vigie.web.pages.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.Ruling;
import org.vigie.casework.Rulings;
import org.vigie.web.pages.casework.RulingPages;

/**
 * What people ruled of which adverts belong together, as programs read it.
 *
 * @param inEffect what the stream keeps to, the newest first
 * @param undone what was undone, the newest undoing first
 */
public record ApiRulings(List<Ruled> inEffect, List<Ruled> undone) {
  public ApiRulings {
    inEffect = List.copyOf(inEffect);
    undone = List.copyOf(undone);
  }

  /**
   * One ruling.
   *
   * @param kind {@code together}, {@code apart} or {@code no-campaign}
   * @param cluster about which it was made, under the name that it had
   * @param adverts ids of the adverts that it is about
   * @param others of adverts that were set apart: ids of those that they leave
   * @param undoneAt when it was undone, or null
   * @param undoneBy who undid it, or empty
   * @param undoneWhy the grounds for that, or empty
   */
  public record Ruled(
      long number,
      Instant at,
      String account,
      String kind,
      String cluster,
      List<String> adverts,
      List<String> others,
      String why,
      @Nullable Instant undoneAt,
      String undoneBy,
      String undoneWhy) {
    private static Ruled of(Ruling ruling) {
      return of(ruling, null, "", "");
    }

    private static Ruled of(Rulings.Undoing undoing) {
      return of(undoing.undone(), undoing.at(), undoing.account(), undoing.why());
    }

    private static Ruled of(Ruling ruling, @Nullable Instant undoneAt, String by, String why) {
      return new Ruled(
          ruling.number(),
          ruling.at(),
          ruling.account(),
          RulingPages.label(ruling.kind()),
          ruling.cluster(),
          ruling.adverts(),
          ruling.others(),
          ruling.why(),
          undoneAt,
          by,
          why);
    }
  }

  static ApiRulings of(Rulings rulings) {
    return new ApiRulings(
        rulings.inEffect().stream().map(Ruled::of).toList(),
        rulings.undone().stream().map(Ruled::of).toList());
  }
}
