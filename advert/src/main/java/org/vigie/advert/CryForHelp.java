package org.vigie.advert;

import java.util.Set;
import java.util.TreeSet;

/**
 * A complaint or a request in which somebody says that documents, wages or freedom were taken, or
 * who is threatened or held by a debt: whoever wrote it may be a victim.
 *
 * <p>A warning, news or an offer never is one, whatever it says.
 */
public final class CryForHelp {
  /** Signs of present danger: freedom or documents taken, threats, violence. */
  private static final Set<String> DANGER =
      Set.of(
          IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS,
          IndicatorIds.RESTRICTION_OF_MOVEMENT,
          IndicatorIds.ISOLATION,
          IndicatorIds.INTIMIDATION_AND_THREATS,
          IndicatorIds.PHYSICAL_AND_SEXUAL_VIOLENCE);

  /** Signs of money withheld or owed. */
  private static final Set<String> MONEY =
      Set.of(IndicatorIds.WITHHOLDING_OF_WAGES, IndicatorIds.DEBT_BONDAGE);

  /** Signs that others are offered, worked or sought: whoever writes them is no victim. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          IndicatorIds.SEVERAL_PERSONS_OFFERED,
          IndicatorIds.THIRD_PARTY_VOICE,
          IndicatorIds.AGENCY_OR_MANAGER_WORDING,
          IndicatorIds.GROUP_TARGETING,
          IndicatorIds.COMPOUND_STYLE_JOB);

  /** From here on a model is believed that tells a complaint. */
  private static final double SURE = 0.5;

  /** Customers complain of money too, and recruiters make requests: both are told less surely. */
  private static final double VERY_SURE = 0.8;

  private CryForHelp() {}

  /** Returns whether an advert is one. */
  public static boolean isOne(AssessedAdvert advert) {
    TextKind kind = advert.kind();
    if (kind == null || kind.genre() != Genre.COMPLAINT && kind.genre() != Genre.REQUEST) {
      return false;
    }
    Set<String> said = new TreeSet<>();
    advert.indicators().forEach(indicator -> said.add(indicator.id()));
    boolean complains = kind.genre() == Genre.COMPLAINT;
    if (!complains && said.stream().anyMatch(OF_OTHERS::contains)) {
      return false;
    }
    return isDanger(said)
        ? kind.sureness() >= (complains ? SURE : VERY_SURE)
        : said.stream().anyMatch(MONEY::contains) && kind.sureness() >= VERY_SURE;
  }

  /** Returns whether a sign is one of those that such a text rests on. */
  public static boolean isSign(String indicator) {
    return DANGER.contains(indicator) || MONEY.contains(indicator);
  }

  /** Returns whether some signs tell of present danger. */
  public static boolean isDanger(Set<String> indicators) {
    return indicators.stream().anyMatch(DANGER::contains);
  }
}
