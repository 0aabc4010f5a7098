package org.vigie.casework.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a release below the names that the Global Dataset of the Counter Trafficking Data
 * Collaborative has for them. That data set has a row for each victim; here a row is a quarter and
 * a region, and a figure counts groups of adverts. What adverts can't tell stays empty, such as
 * anything about a victim or the country of exploitation.
 *
 * @see <a href="https://www.ctdatacollaborative.org/">CTDC, The Global Dataset (k-anonymised, 2021)
 *     </a>
 */
public final class CtdcColumns {
  private static final List<String> ALL =
      columns(
          """
          yearOfRegistration Datasource gender ageBroad majorityStatus majorityStatusAtExploit
          majorityEntry citizenship meansOfControlDebtBondage meansOfControlTakesEarnings
          meansOfControlRestrictsFinancialAccess meansOfControlThreats
          meansOfControlPsychologicalAbuse meansOfControlPhysicalAbuse meansOfControlSexualAbuse
          meansOfControlFalsePromises meansOfControlPsychoactiveSubstances
          meansOfControlRestrictsMovement meansOfControlRestrictsMedicalCare
          meansOfControlExcessiveWorkingHours meansOfControlUsesChildren
          meansOfControlThreatOfLawEnforcement meansOfControlWithholdsNecessities
          meansOfControlWithholdsDocuments meansOfControlOther meansOfControlNotSpecified
          meansOfControlConcatenated isForcedLabour isSexualExploit isOtherExploit isSexAndLabour
          isForcedMarriage isForcedMilitary isOrganRemoval isSlaveryAndPractices
          typeOfExploitConcatenated typeOfLabourAgriculture typeOfLabourAquafarming
          typeOfLabourBegging typeOfLabourConstruction typeOfLabourDomesticWork
          typeOfLabourHospitality typeOfLabourIllicitActivities typeOfLabourManufacturing
          typeOfLabourMiningOrDrilling typeOfLabourPeddling typeOfLabourTransportation
          typeOfLabourOther typeOfLabourNotSpecified typeOfLabourConcatenated
          typeOfSexProstitution typeOfSexPornography typeOfSexRemoteInteractiveServices
          typeOfSexPrivateSexualServices typeOfSexConcatenated isAbduction RecruiterRelationship
          CountryOfExploitation recruiterRelationIntimatePartner recruiterRelationFriend
          recruiterRelationFamily recruiterRelationOther recruiterRelationUnknown
          """);

  /** The tables that fill some of them. */
  public static final Set<CountedBy> TABLES =
      Set.of(CountedBy.FORM, CountedBy.SECTOR, CountedBy.CONTROL);

  private static final Map<String, Source> FILLED = new TreeMap<>();

  /** A table and the value in it that a column holds. */
  private record Source(CountedBy table, String value) {}

  static {
    fill("isForcedLabour", CountedBy.FORM, "recruitment");
    fill("isSexualExploit", CountedBy.FORM, "sexual");
    fill("typeOfLabourAgriculture", CountedBy.SECTOR, "agriculture");
    fill("typeOfLabourConstruction", CountedBy.SECTOR, "construction");
    fill("typeOfLabourManufacturing", CountedBy.SECTOR, "manufacturing");
    fill("typeOfLabourHospitality", CountedBy.SECTOR, "hospitality");
    fill("typeOfLabourTransportation", CountedBy.SECTOR, "transport");
    for (MeansOfControl means : MeansOfControl.values()) {
      fill("meansOfControl" + camel(means.label()), CountedBy.CONTROL, means.label());
    }
  }

  private CtdcColumns() {}

  private static void fill(String column, CountedBy table, String value) {
    if (!ALL.contains(column) || !table.told().contains(value)) {
      throw new IllegalStateException("%s or %s isn't there".formatted(column, value));
    }
    FILLED.put(column, new Source(table, value));
  }

  private static String camel(String label) {
    return Stream.of(label.split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static List<String> columns(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /** Returns the columns that a release can't fill, in their order. */
  public static List<String> leftEmpty(Release release) {
    return ALL.stream().filter(column -> source(release, column) == null).toList();
  }

  /** Returns a row for each quarter and region of which some figure is shown, as CSV. */
  public static String of(Release release) {
    Set<FigureCell> places = new TreeSet<>();
    for (FigureCell cell : release.figures().keySet()) {
      if (TABLES.contains(cell.table())) {
        places.add(new FigureCell(CountedBy.FORM, cell.quarter(), cell.region(), ""));
      }
    }
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("quarter", "regionOfAdvert"));
    head.addAll(ALL);
    FigureCsv.row(csv, head);
    places.forEach(place -> FigureCsv.row(csv, row(release, place)));
    return csv.toString();
  }

  private static List<String> row(Release release, FigureCell place) {
    List<String> row = new ArrayList<>(List.of(place.quarter().toString(), place.region()));
    for (String column : ALL) {
      Source source = source(release, column);
      row.add(
          source == null
              ? ""
              : release.shown(
                  new FigureCell(source.table(), place.quarter(), place.region(), source.value())));
    }
    return row;
  }

  private static @Nullable Source source(Release release, String column) {
    Source source = FILLED.get(column);
    return source != null && release.request().tables().contains(source.table()) ? source : null;
  }
}
