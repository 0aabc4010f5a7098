package org.vigie.world.surface;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest workbook of one sheet of texts that spreadsheets open (ECMA-376, part 1, 12.2). */
final class SheetFile {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String FORMATS = "http://schemas.openxmlformats.org/";
  private static final String MAIN = FORMATS + "spreadsheetml/2006/main";
  private static final String OFFICE = FORMATS + "officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final String RELATIONS =
      "application/vnd.openxmlformats-package.relationships+xml";

  private SheetFile() {}

  /** Writes rows of cells, the first one as the head of the columns. */
  static void write(List<List<String>> rows, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts(rows).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Map<String, String> parts(List<List<String>> rows) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("[Content_Types].xml", types());
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>"
            .concat("<sheet name=\"adverts\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
            .formatted(MAIN, OFFICE));
    parts.put("xl/worksheets/sheet1.xml", sheet(rows));
    return parts;
  }

  private static String types() {
    return """
    <Types xmlns="%spackage/2006/content-types">
    <Default Extension="rels" ContentType="%s"/>
    <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>
    </Types>
    """
        .formatted(FORMATS, RELATIONS, TYPE, TYPE);
  }

  private static String relation(String kind, String target) {
    return """
    <Relationships xmlns="%spackage/2006/relationships">
    <Relationship Id="r1" Type="%s/%s" Target="%s"/>
    </Relationships>
    """
        .formatted(FORMATS, OFFICE, kind, target);
  }

  private static String sheet(List<List<String>> rows) {
    StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"%s\"><sheetData>".formatted(MAIN));
    for (int row = 0; row < rows.size(); row++) {
      sheet.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.append(
            "<c r=\"%c%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted('A' + column, row + 1, escaped(rows.get(row).get(column))));
      }
      sheet.append("</row>");
    }
    return sheet.append("</sheetData></worksheet>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
