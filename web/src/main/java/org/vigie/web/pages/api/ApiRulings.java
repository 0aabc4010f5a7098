package org.vigie.web.pages.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
   * One ruling. In JSON the parts of its decision and its undoing stand beside the others.
   *
   * @param undoing that of a ruling that was undone, else {@link Undoing#NONE}
   */
  public record Ruled(
      long number,
      Instant at,
      String account,
      @JsonUnwrapped Decision decision,
      String why,
      @JsonUnwrapped Undoing undoing) {
    static Ruled of(Ruling ruling, Undoing undoing) {
      return new Ruled(
          ruling.number(),
          ruling.at(),
          ruling.account(),
          Decision.of(ruling),
          ruling.why(),
          undoing);
    }
  }

  /**
   * Which adverts belong together, or don't.
   *
   * @param kind {@code together}, {@code apart} or {@code no-campaign}
   * @param cluster about which it was made, under the name that it had
   * @param adverts ids of the adverts that it is about
   * @param others of adverts that were set apart: ids of those that they leave
   */
  public record Decision(String kind, String cluster, List<String> adverts, List<String> others) {
    private static Decision of(Ruling ruling) {
      return new Decision(
          RulingPages.label(ruling.kind()), ruling.cluster(), ruling.adverts(), ruling.others());
    }
  }

  /**
   * The end of a ruling.
   *
   * @param at when it was undone, or null
   * @param by who undid it, or empty
   * @param why the grounds for that, or empty
   */
  public record Undoing(
      @JsonProperty("undoneAt") @Nullable Instant at,
      @JsonProperty("undoneBy") String by,
      @JsonProperty("undoneWhy") String why) {
    static final Undoing NONE = new Undoing(null, "", "");

    static Undoing of(Rulings.Undoing undoing) {
      return new Undoing(undoing.at(), undoing.account(), undoing.why());
    }
  }

  static ApiRulings of(Rulings rulings) {
    return new ApiRulings(
        rulings.inEffect().stream().map(ruling -> Ruled.of(ruling, Undoing.NONE)).toList(),
        rulings.undone().stream()
            .map(undoing -> Ruled.of(undoing.undone(), Undoing.of(undoing)))
            .toList());
  }
}
