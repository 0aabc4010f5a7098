package org.vigie.casework.statistics;

import org.vigie.advert.Channel;

/**
 * Columns near to what EMPACT, the Union's platform against criminal threats, asks of trafficking.
 * Its reporting templates aren't public. These follow what is: the figures of Article 19a of
 * Directive 2011/36/EU, and what the Council's priority of 2022 to 2025 looks at most.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/dir/2024/1712/oj">Directive (EU) 2024/1712, which
 *     added Article 19a</a>
 * @see <a
 *     href="https://eucrim.eu/news/council-sets-eus-priorities-for-the-fight-against-organised-crime-empact-2022-2025">
 *     The Council's priorities of 26 May 2021</a>
 */
final class EmpactColumns {
  private static final String ORIGIN =
      "EMPACT publishes no list of columns. These follow Article 19a of Directive 2011/36/EU"
          + " (victims, suspects, prosecutions, convictions, by form)\n"
          + "  and the Council's priority of 2022 to 2025 (minors, violence and threats, victims"
          + " advertised online). Ask your national EMPACT coordinator for its template.";

  private EmpactColumns() {}

  /** Returns the columns. */
  static ReportColumns asReported() {
    ReportColumns columns =
        new ReportColumns("empact", ORIGIN)
            .add("victimsRegistered personsSuspected personsProsecuted personsConvicted")
            .fill("sexualExploitation", CountedBy.FORM, "sexual")
            .fill("labourExploitation", CountedBy.FORM, "recruitment")
            .fill("forcedCriminality", CountedBy.FORM, "forced-criminality")
            .fill("begging", CountedBy.FORM, "begging")
            .fill("organRemoval", CountedBy.FORM, "organ-removal")
            .fill("forcedMarriage", CountedBy.FORM, "forced-marriage")
            .fill("otherExploitation", CountedBy.FORM, "other")
            // Adverts that may be about minors are in no index, and so in no figure.
            .add("minorsExploited")
            .fill("violenceOrThreats", CountedBy.CONTROL, MeansOfControl.THREATS.label());
    for (Channel channel : Channel.values()) {
      columns.fill(
          "foundIn" + ReportColumns.camel(channel.label()), CountedBy.CHANNEL, channel.label());
    }
    return columns;
  }
}
