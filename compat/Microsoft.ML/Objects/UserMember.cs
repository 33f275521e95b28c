using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Microsoft.ML.Data;

/// <summary>A public field or property of a user's row type, read and written by compiled delegates.</summary>
internal sealed class UserMember
{
    private static readonly ConcurrentDictionary<(MemberInfo, bool Write), Delegate> Compiled = new();

    private UserMember(MemberInfo info, Type type)
    {
        Info = info;
        Type = type;
    }

    public MemberInfo Info { get; }

    public Type Type { get; }

    public static IEnumerable<UserMember> Of(Type userType, SchemaDefinition.Direction direction)
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;
        var fields = userType.GetFields(Members)
            .Where(f => direction != SchemaDefinition.Direction.Write || !f.IsInitOnly)
            .Select(f => new UserMember(f, f.FieldType));
        var properties = userType.GetProperties(Members)
            .Where(p => p.GetIndexParameters().Length == 0)
            .Where(p => direction == SchemaDefinition.Direction.Write ? p.SetMethod is { IsPublic: true } : p.GetMethod is { IsPublic: true })
            .Select(p => new UserMember(p, p.PropertyType));
        return fields.Concat(properties).Where(m => m.Info.GetCustomAttribute<NoColumnAttribute>() is null);
    }

    public static UserMember Find(Type userType, string name) =>
        userType.GetField(name) is { } field ? new UserMember(field, field.FieldType)
        : userType.GetProperty(name) is { } property ? new UserMember(property, property.PropertyType)
        : throw Check.ExceptParam(nameof(userType), $"No field or property '{name}' in {userType}");

    public Func<TRow, TMember> Getter<TRow, TMember>() => (Func<TRow, TMember>)Compiled.GetOrAdd((Info, false), key =>
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, TMember>>(Expression.MakeMemberAccess(row, key.Item1), row).Compile();
    });

    public Action<TRow, TMember> Setter<TRow, TMember>() => (Action<TRow, TMember>)Compiled.GetOrAdd((Info, true), key =>
    {
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Parameter(typeof(TMember));
        return Expression.Lambda<Action<TRow, TMember>>(Expression.Assign(Expression.MakeMemberAccess(row, key.Item1), value), row, value).Compile();
    });
}
