package org.vigie.casework.statistics;

/**
 * The columns of the Global Dataset of the Counter Trafficking Data Collaborative, a row of which
 * is a victim.
 *
 * @see <a href="https://www.ctdatacollaborative.org/">CTDC, The Global Dataset (k-anonymised, 2021)
 *     </a>
 */
final class CtdcColumns {
  private static final String ALL =
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
      """;

  private static final String ORIGIN =
      "The names are those of CTDC's Global Dataset (k-anonymised, 2021). A row there is a victim;"
          + " a row here is a quarter and a region.";

  private CtdcColumns() {}

  /** Returns the columns. */
  static ReportColumns asReported() {
    ReportColumns columns =
        new ReportColumns("ctdc", ORIGIN)
            .add(ALL)
            .fill("isForcedLabour", CountedBy.FORM, "recruitment")
            .fill("isSexualExploit", CountedBy.FORM, "sexual")
            .fill("typeOfLabourAgriculture", CountedBy.SECTOR, "agriculture")
            .fill("typeOfLabourConstruction", CountedBy.SECTOR, "construction")
            .fill("typeOfLabourManufacturing", CountedBy.SECTOR, "manufacturing")
            .fill("typeOfLabourHospitality", CountedBy.SECTOR, "hospitality")
            .fill("typeOfLabourTransportation", CountedBy.SECTOR, "transport");
    for (MeansOfControl means : MeansOfControl.values()) {
      columns.fill(
          "meansOfControl" + ReportColumns.camel(means.label()), CountedBy.CONTROL, means.label());
    }
    return columns;
  }
}
