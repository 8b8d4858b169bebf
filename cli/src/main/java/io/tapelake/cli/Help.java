package io.tapelake.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Renders the commands of the root under the headings of their groups. */
final class Help {
    private static final int NAME_WIDTH = 13;

    private Help() {}

    static void groupCommands(CommandLine root) {
        IHelpSectionRenderer plain = root.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        root.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        help -> help.commandSpec() == root.getCommandSpec() ? grouped(root) : plain.render(help));
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    }

    private static String grouped(CommandLine root) {
        Ansi ansi = root.getColorScheme().ansi();
        StringBuilder text = new StringBuilder();
        for (Commands.Group group : Commands.groups()) {
            if (group.commands().isEmpty()) {
                continue;
            }
            text.append('\n')
                    .append(ansi.string("@|bold " + group.heading() + "|@"))
                    .append('\n');
            for (Class<?> type : group.commands()) {
                CommandLine command = root.getSubcommands().get(nameOf(type));
                String[] description = command.getCommandSpec().usageMessage().description();
                text.append("  ")
                        .append(pad(command.getCommandName()))
                        .append(description.length == 0 ? "" : firstSentence(description[0]))
                        .append('\n');
            }
        }
        return text.append("\n'tapelake help COMMAND' says more about one of them.\n")
                .toString();
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end + 1);
    }

    private static String nameOf(Class<?> type) {
        return type.getAnnotation(CommandLine.Command.class).name();
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
    }
}
