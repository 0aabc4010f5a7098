package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vigie.exchange.partner.PartnerFormat;

/** The field list and the form (XLSForm) of the Human Trafficking Case Data Standard. */
final class HtcdsAuthority implements Authority {
  private static final int STATUS = 1;
  private static final int CORE = 2;
  private static final int NAME = 6;
  private static final int TYPE = 7;
  private static final int PICKED = 9;
  private static final Pattern ASKED = Pattern.compile("nodeset=\"/data/(\\w+)\"");

  @Override
  public String name() {
    return "HTCDS rows";
  }

  @Override
  public String folder() {
    return "htcds";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    List<List<String>> written = rows(leads.written(PartnerFormat.HTCDS));
    Map<String, List<String>> list = core(schemas.resolve("fields-2.0.Field_Standards.csv"));
    Set<String> form = form(schemas.resolve("htcds_xlsform.xml"));
    List<String> problems = new ArrayList<>();
    List<String> columns = written.getFirst();
    if (!columns.equals(List.copyOf(list.keySet()))) {
      problems.add("the columns aren't the list's core fields in its order");
    }
    List<List<String>> rows = written.subList(1, written.size());
    rows.forEach(row -> problems.addAll(problems(columns, row, list, form)));
    List<String> wrong = rows.getFirst().stream().map(c -> c.equals("Other") ? "Any" : c).toList();
    List<String> unasked = new ArrayList<>(rows.getFirst());
    unasked.set(columns.indexOf("cas_ReasonForOutgoingReferral"), "Other");
    boolean refuses =
        !problems(columns, wrong, list, form).isEmpty()
            && !problems(columns, unasked, list, form).isEmpty()
            && !problems(columns, rows.getFirst().subList(1, columns.size()), list, form).isEmpty();
    return new Judgement(rows.size(), problems, refuses);
  }

  private static List<String> problems(
      List<String> columns, List<String> row, Map<String, List<String>> list, Set<String> form) {
    if (row.size() != columns.size()) {
      return List.of("a row must have %d cells, but has %d".formatted(columns.size(), row.size()));
    }
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String column = columns.get(i);
      if (row.get(i).isEmpty()) {
        continue;
      }
      List<String> field = list.getOrDefault(column, List.of());
      if (!form.contains(plain(column))) {
        problems.add("the form doesn't ask for " + column);
      }
      if (!allows(field, row.get(i))) {
        problems.add("the list has no such value of " + column);
      }
    }
    return problems;
  }

  private static boolean allows(List<String> field, String value) {
    boolean isPicked = field.size() > PICKED && field.get(TYPE).contains("Picklist");
    return !field.isEmpty()
        && (!isPicked || List.of(field.get(PICKED).split("\\s+")).contains(value));
  }

  /** Returns the rows of the list's core fields that aren't deprecated, by name. */
  private static Map<String, List<String>> core(Path file) throws IOException {
    Map<String, List<String>> core = new LinkedHashMap<>();
    for (List<String> row : rows(Files.readString(file))) {
      boolean isField = row.size() > TYPE && row.get(STATUS).equals("DRAFT");
      if (isField && row.get(CORE).equals("Core")) {
        core.put(row.get(NAME), row);
      }
    }
    return core;
  }

  /** The form writes {@code prs_First_Name} where the list has {@code prs_FirstName}. */
  private static String plain(String field) {
    return field.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> form(Path file) throws IOException {
    Set<String> fields = new HashSet<>();
    Matcher matcher = ASKED.matcher(Files.readString(file));
    while (matcher.find()) {
      fields.add(plain(matcher.group(1)));
    }
    return fields;
  }

  private static List<List<String>> rows(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }
}
