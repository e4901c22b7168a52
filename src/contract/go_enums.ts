/**
 * The strings that Go has where the contract has an enum.
 *
 * @module
 */

/** By the enum's name: the string of each number; "" is Go's for unspecified. */
export const goEnums: Readonly<Record<string, readonly string[]>> = {
  ChannelType: ["", "O", "P", "D", "G"],
  TeamType: ["", "O", "I"],
};

/** Go's string for a value of an enum; "" for values that it does not know. */
export function goEnumString(enumName: string, value: number): string {
  return goEnums[enumName]?.[value] ?? "";
}

/** The enum's value for Go's string; 0, unspecified, for strings that it does not know. */
export function goEnumNumber(enumName: string, text: string): number {
  return Math.max(0, goEnums[enumName]?.indexOf(text) ?? 0);
}
