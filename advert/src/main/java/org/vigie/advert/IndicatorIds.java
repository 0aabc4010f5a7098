package org.vigie.advert;

/**
 * The ids of indicators that code asks for, by their names.
 *
 * <p>Written by hand; a test holds them against {@code models/taxonomy.yaml}. A row that no code
 * asks for needs no name here.
 */
public final class IndicatorIds {
  public static final String SHARED_CONTACT = "OA-01";
  public static final String TEMPLATE_CLUSTER = "OA-02";
  public static final String SEVERAL_PERSONS_OFFERED = "OA-03";
  public static final String THIRD_PARTY_VOICE = "OA-04";
  public static final String OUTPUT_RATE = "OA-05";
  public static final String SEVERAL_CONTACTS_PER_ACCOUNT = "OA-06";
  public static final String AGENCY_OR_MANAGER_WORDING = "OA-07";
  public static final String SAME_AUTHOR_STYLE = "OA-08";
  public static final String REUSED_IMAGE = "OA-09";
  public static final String GENERATED_ADVERT = "OA-10";
  public static final String ATTRIBUTE_CONFLICT = "OA-11";
  public static final String OBSCURED_CONTACT = "SX-01";
  public static final String TRUST_ASSURANCE = "SX-02";
  public static final String ORIGIN_MARKETED = "SX-03";
  public static final String YOUTH_SUGGESTING_WORDING = "SX-04";
  public static final String MOVEMENT_WORDING = "SX-05";
  public static final String STATED_AGE_UNDER_23 = "SX-06";
  public static final String CLIENT_SCREENING = "SX-07";
  public static final String RESTRICTED_PLACE_OF_WORK = "SX-09";
  public static final String ABSENCE_OF_SAFEGUARDS = "SX-10";
  public static final String PERMANENT_AVAILABILITY = "SX-11";
  public static final String PRICE_ANOMALY = "SX-12";
  public static final String HOUSING_FOR_SERVICES = "SX-13";
  public static final String DISPROPORTIONATE_PAY = "RC-01";
  public static final String NO_EXPERIENCE_NEEDED = "RC-02";
  public static final String NO_LANGUAGE_NEEDED = "RC-03";
  public static final String TIED_HOUSING = "RC-04";
  public static final String ARRANGED_TRANSFER = "RC-05";
  public static final String FEE_OR_WAGE_DEDUCTION = "RC-06";
  public static final String IDENTITY_DOCUMENT_DEMANDED_EARLY = "RC-07";
  public static final String UNIDENTIFIABLE_EMPLOYER = "RC-08";
  public static final String OFF_PLATFORM_PUSH = "RC-09";
  public static final String URGENCY = "RC-10";
  public static final String GROUP_TARGETING = "RC-11";
  public static final String NO_CONTRACT = "RC-12";
  public static final String PAPERS_ARRANGED = "RC-13";
  public static final String VAGUE_DUTIES_OR_MODELLING_LURE = "RC-14";
  public static final String MASS_REPOST = "RC-15";
  public static final String COMPOUND_STYLE_JOB = "RC-16";
  public static final String ROUTE_ADVERTISED = "RC-17";
  public static final String REPLY_TO_A_JOB_SEEKER = "RC-18";
  public static final String ABUSE_OF_VULNERABILITY = "LX-01";
  public static final String DECEPTION = "LX-02";
  public static final String RESTRICTION_OF_MOVEMENT = "LX-03";
  public static final String ISOLATION = "LX-04";
  public static final String PHYSICAL_AND_SEXUAL_VIOLENCE = "LX-05";
  public static final String INTIMIDATION_AND_THREATS = "LX-06";
  public static final String RETENTION_OF_IDENTITY_DOCUMENTS = "LX-07";
  public static final String WITHHOLDING_OF_WAGES = "LX-08";
  public static final String DEBT_BONDAGE = "LX-09";
  public static final String ABUSIVE_CONDITIONS = "LX-10";
  public static final String EXCESSIVE_OVERTIME = "LX-11";
  public static final String METHOD_OF_CONTROL_DEBT_BONDAGE = "CT-01";
  public static final String METHOD_OF_CONTROL_TAKES_EARNINGS = "CT-02";
  public static final String METHOD_OF_CONTROL_RESTRICTS_FINANCIAL_ACCESS = "CT-03";
  public static final String METHOD_OF_CONTROL_THREATS = "CT-04";
  public static final String METHOD_OF_CONTROL_PSYCHOLOGICAL_ABUSE = "CT-05";
  public static final String METHOD_OF_CONTROL_PHYSICAL_ABUSE = "CT-06";
  public static final String METHOD_OF_CONTROL_SEXUAL_ABUSE = "CT-07";
  public static final String METHOD_OF_CONTROL_FALSE_PROMISES = "CT-08";
  public static final String METHOD_OF_CONTROL_PSYCHOACTIVE_SUBSTANCES = "CT-09";
  public static final String METHOD_OF_CONTROL_RESTRICTS_MOVEMENT = "CT-10";
  public static final String METHOD_OF_CONTROL_RESTRICTS_MEDICAL_CARE = "CT-11";
  public static final String METHOD_OF_CONTROL_EXCESSIVE_WORKING_HOURS = "CT-12";
  public static final String METHOD_OF_CONTROL_USES_CHILDREN = "CT-13";
  public static final String METHOD_OF_CONTROL_THREAT_OF_LAW_ENFORCEMENT = "CT-14";
  public static final String METHOD_OF_CONTROL_WITHHOLDS_NECESSITIES = "CT-15";
  public static final String METHOD_OF_CONTROL_WITHHOLDS_DOCUMENTS = "CT-16";
  public static final String METHOD_OF_CONTROL_OTHER = "CT-17";
  public static final String LOCATION_VELOCITY = "MV-01";
  public static final String PREFIX_MISMATCH = "MV-02";
  public static final String CIRCUIT = "MV-03";
  public static final String CRYPTO_ONLY = "FI-01";
  public static final String SHARED_PAYMENT_ID = "FI-02";
  public static final String DEPOSIT_OR_PREPAID_INSTRUMENTS = "FI-04";
  public static final String ORGAN_OFFERED_OR_SOUGHT = "OT-01";
  public static final String CHILD_TRANSFER = "OT-02";
  public static final String FORCED_BEGGING_OR_CRIMINALITY = "OT-03";
  public static final String MARRIAGE_FOR_STATUS = "OT-04";
  public static final String SPAM_OR_SCAM_PATTERN = "NX-01";
  public static final String INDEPENDENT_PATTERN = "NX-02";
  public static final String VERIFIED_EMPLOYER = "NX-03";

  private IndicatorIds() {}
}
