package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SmsReaderTest {
  @Test
  void readsWhatAPhoneGotAndSent() throws IOException {
    String backup =
        """
        <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
        <smses count="3">
          <sms address="+447700900251" date="1770152760000" type="1" subject="null" body="Bed in the back, &#10;bring papers" contact_name="Mick" />
          <sms address="+447700900251" date="1770152820000" type="2" subject="null" body="How much?" contact_name="Mick" />
          <mms date="1770152880000" msg_box="1" address="+447700900252" sub="null" contact_name="(Unknown)"><parts>
            <part ct="application/smil" text="&lt;smil/&gt;" /><part ct="text/plain" text="Ask at the gate" /></parts></mms>
        </smses>
        """;

    ReadFile read = ReadFile.of(FileKind.SMS, "sms.xml", backup);

    assertThat(read.parts("text"))
        .containsExactly("Bed in the back, \nbring papers", "How much?", "Ask at the gate");
    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:06:00Z", "2026-02-03T21:07:00Z", "2026-02-03T21:08:00Z");
    assertThat(read.fields("author")).containsExactly("Mick", "", "+447700900252");
    assertThat(read.fields("telephone")).containsExactly("+447700900251", "", "+447700900252");
    assertThat(read.fields("context.chat"))
        .containsExactly("Mick +447700900251", "Mick +447700900251", "+447700900252");
  }

  @Test
  void saysSoIfABackupHasNoText() throws IOException {
    assertThat(ReadFile.of(FileKind.SMS, "sms.xml", "<smses count=\"0\"></smses>").unread())
        .containsExactly("no-messages");
  }

  @Test
  void readsTheMessagesOfAPhonesReport() throws IOException {
    String message =
        """
        <model type="InstantMessage" id="%1$s"><modelField name="From" type="Party"><model type="Party">
        <field name="Identifier" type="String"><value type="String">44770090027%1$s@s.whatsapp.net</value></field>
        <field name="Name" type="String"><value type="String">%2$s</value></field></model></modelField>
        <multiModelField name="To" type="Party"><model type="Party"><field name="Identifier" type="String">
        <value type="String">447700900299@s.whatsapp.net</value></field></model></multiModelField>
        <field name="Body" type="String"><value type="String"><![CDATA[%3$s]]></value></field>
        <field name="TimeStamp" type="TimeStamp"><value type="TimeStamp">2026-02-03T21:0%1$s:00.000+00:00</value></field></model>
        """;
    String report =
        "<?xml version=\"1.0\"?><project xmlns=\"http://pa.cellebrite.com/report/2.0\"><decodedData>"
            + "<modelType type=\"Chat\"><model type=\"Chat\" id=\"c\"><multiModelField name=\"Messages\">"
            + message.formatted("1", "Sal", "Bed above the shop & food")
            + message.formatted("2", "Ida", "Who pays?")
            + "</multiModelField></model></modelType></decodedData></project>";

    ReadFile read = ReadFile.of(FileKind.PHONE_REPORT, "report.xml", report);

    assertThat(read.parts("text")).containsExactly("Bed above the shop & food", "Who pays?");
    assertThat(read.fields("author")).containsExactly("Sal", "Ida");
    assertThat(read.fields("telephone")).containsExactly("+447700900271", "+447700900272");
    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:01:00Z", "2026-02-03T21:02:00Z");
  }
}
