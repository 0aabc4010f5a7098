package org.vigie.exchange.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.text.safe.CsvText;

/**
 * Adverts as referrals in the core fields of the Human Trafficking Case Data Standard: one row a
 * cluster, or an advert that is in none.
 *
 * <p>The standard describes a person and what happened to them; an advert tells of neither. So a
 * row says who refers what, and all about the person, their consent and what was established is
 * empty until somebody has spoken with them.
 *
 * @see <a href="https://github.com/UNMigration/HTCDS">HTCDS 2.0, Field Standards</a>
 */
final class HtcdsTable {
  /** The fields of release 2.0 that are core and not deprecated, in its order. */
  static final List<String> COLUMNS =
      List.of(
          "prs_Salutation",
          "prs_FirstName",
          "prs_SecondName",
          "prs_Birthdate",
          "prs_Gender",
          "prs_Citizenship",
          "prs_Title",
          "prs_Email",
          "prs_HomePhone",
          "prs_MobilePhone",
          "prs_MailingCity",
          "prs_MailingCountry",
          "prs_MailingState",
          "prs_MailingStreet",
          "prs_MailingPostalCode",
          "vic_TraffickingStatus",
          "vic_TraffickingStatusDecisionMakingOrg",
          "vic_MethodOfRecruitment",
          "vic_LocationOfRecruitment",
          "vic_MethodsOfControl",
          "vic_TypeOfExploitation",
          "vic_ForcedLabourIndustry",
          "vic_TypeOfSexExploitation",
          "vic_LocationOfExploitation",
          "cas_Status",
          "cas_ReasonForCaseClosure",
          "cas_CaseOwner",
          "cas_ReferringOrganisation",
          "cas_IncomingReferralDate",
          "cas_ReferringPrimaryCaseWorker",
          "cas_ReasonForIncomingReferral",
          "cas_IncomingReferralDetails",
          "cas_ReferredOrganisation",
          "cas_ReferredPrimaryCaseWorker",
          "cas_ReasonForOutgoingReferral",
          "cas_OutgoingReferralDate",
          "cas_OutgoingReferralDetails",
          "con_Consent");

  private static final String WHO = "cas_ReferringOrganisation";
  private static final String WHY = "cas_ReasonForIncomingReferral";
  private static final String WHAT = "cas_IncomingReferralDetails";
  private static final Set<String> FILLED = Set.of(WHO, WHY, WHAT);

  private final ExportHeader header;

  HtcdsTable(ExportHeader header) {
    this.header = header;
  }

  /** Returns the fields that an advert can't tell. */
  static List<String> missing() {
    return COLUMNS.stream().filter(column -> !FILLED.contains(column)).toList();
  }

  String csv(List<SharedAdvert> adverts) {
    Map<String, Map<String, SharedAdvert>> cases = new LinkedHashMap<>();
    for (SharedAdvert handed : adverts) {
      String key = handed.cluster().isEmpty() ? handed.id() : handed.cluster();
      cases.computeIfAbsent(key, id -> new LinkedHashMap<>()).putIfAbsent(handed.id(), handed);
    }
    String rows =
        cases.entrySet().stream()
            .map(entry -> ReferralText.of(header, entry.getKey(), referred(entry.getValue())))
            .map(details ->
                // The standard's other reasons are a need for services and a move to another place.
                row(Map.of(WHO, header.authority(), WHY, "Other", WHAT, details)))
            .collect(Collectors.joining());
    String none = row(Map.of(WHAT, "none named. Handling: " + header.handling()));
    return CsvText.row(COLUMNS) + (rows.isEmpty() ? none : rows);
  }

  private static List<SharedAdvert> referred(Map<String, SharedAdvert> adverts) {
    return List.copyOf(adverts.values());
  }

  private static String row(Map<String, String> filled) {
    return CsvText.row(COLUMNS.stream().map(column -> filled.getOrDefault(column, "")).toList());
  }
}
