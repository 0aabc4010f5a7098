package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.GroupAssessment;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.Said;
import org.vigie.casework.render.SaidReader;
import org.vigie.casework.render.Told;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Phrases;
import org.vigie.web.pages.api.ToldAlert;
import org.vigie.web.pages.group.SaidTitle;

/** Says of clusters, networks and alerts what the pages say of them, in English if not asked. */
public final class Telling {
  static final Phrases ENGLISH = Phrases.in(Locale.ENGLISH);

  private Telling() {}

  /** Returns what a group says, with its title. */
  static Told of(Said said) {
    return of(said, ENGLISH);
  }

  private static Told of(Said said, Phrases phrases) {
    return said.isSilent() ? Told.nothing() : new Told(SaidTitle.of(said, phrases), said.quotes());
  }

  /**
   * Returns what the subjects of alerts say, with the sentences that they rest on.
   *
   * @param language of the titles
   * @return id of an alert → what its subject says
   */
  public static Map<String, Told> of(AdvertIndex index, List<Alert> alerts, Locale language)
      throws IOException {
    Phrases phrases = Phrases.in(language);
    SaidReader reader = new SaidReader(index, ToldAlert.LISTED_QUOTES);
    Map<String, Told> told = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      told.put(alert.id(), of(reader.of(alert), phrases));
    }
    return told;
  }

  /** Returns what the risk of a group comes to at the base rate of its channel, or empty. */
  static String meaning(Reading.Opened opened, @Nullable GroupAssessment made, String channel)
      throws IOException {
    return made == null
        ? ""
        : AtBaseRate.read(opened.settings().run().models())
            .of(made.riskProbability(), AtBaseRate.GROUPS, opened.index().baseRate(channel));
  }
}
