package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.GroupAssessment;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.Said;
import org.vigie.casework.render.Told;
import org.vigie.web.Phrases;
import org.vigie.web.pages.group.SaidTitle;

/** Says of clusters, networks and alerts in English what the pages say of them. */
final class Telling {
  static final Phrases ENGLISH = Phrases.in(Locale.ENGLISH);

  private Telling() {}

  /** Returns what a group says, with its title. */
  static Told of(Said said) {
    return said.isSilent() ? Told.nothing() : new Told(SaidTitle.of(said, ENGLISH), said.quotes());
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
